import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { type DeskScene, openDeskScene } from './desk-scene';

let browser: Browser;
let scene: DeskScene;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  scene = await openDeskScene(browser);
  await scene.clinician('Dr Lee');
  await scene.clinician('Dr Ray');
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await scene.close();
});

const queue = (page: Page) =>
  page.getByRole('list', { name: 'Waiting patients' }).getByRole('listitem');
const conversation = (page: Page) => page.getByRole('log', { name: 'Conversation' });
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const numb = 'My back locked up two days ago and I cant feel it when I wipe';
const tingling = 'my back hurts since monday, the pain goes down my left leg';

/** What the clinicians' words look like in the person's log. */
const relays = async (id: string): Promise<readonly string[]> =>
  (await scene.bodies(id)).flatMap((body) => (body.type === 'relay' ? [body.text] : []));

test('a patient is taken over from the bot: seen, claimed, helped, resolved', async () => {
  const lee = await scene.window('Dr Lee');
  const ray = await scene.window('Dr Ray');
  const { page } = lee;
  await page.getByText('All quiet').waitFor();

  // Both desks hear of her without reloading.
  await scene.patient('maria', numb);
  for (const desk of [page, ray.page]) {
    await queue(desk)
      .filter({ hasText: 'Name of maria' })
      .filter({ hasText: 'Emergency' })
      .waitFor();
  }

  await queue(page).getByText('Name of maria').click();
  const summary = page.getByRole('region', { name: 'Summary' });
  await summary.getByText('“cant feel it when I wipe”').waitFor();
  for (const heading of ['Situation', 'Background', 'Assessment', 'Recommendation']) {
    expect(await summary.getByRole('heading', { name: heading }).count()).toBe(1);
  }
  expect(await summary.getByText('2 days').count()).toBe(1);
  await conversation(page).getByText(numb).waitFor();
  expect(await page.getByRole('textbox', { name: 'Reply to patient' }).count()).toBe(0);

  await press(page, 'Claim');
  await queue(ray.page).waitFor({ state: 'detached' });
  await page
    .getByRole('textbox', { name: 'Reply to patient' })
    .fill('Hello Maria.\nAre you alone?');
  await press(page, 'Send');
  await conversation(page).getByText('Are you alone?').waitFor();
  await page.getByText('Sending…').waitFor({ state: 'detached' });
  expect(await relays('maria')).toEqual(['Hello Maria.\nAre you alone?']);
  expect(scene.heard).toContainEqual({
    type: 'typing',
    conversationId: 'maria',
    who: 'clinician',
    name: 'Dr Lee',
  });

  scene.signals.publish({ type: 'typing', conversationId: 'maria', who: 'person' });
  await page.getByText('Name of maria is typing…').waitFor();
  await scene.says('maria', 'my husband is here');
  await conversation(page).getByText('my husband is here').waitFor();
  await page.getByText('Name of maria is typing…').waitFor({ state: 'detached' });

  await press(page, 'Resolve');
  await page.getByText('Resolved.').waitFor();
  expect(await scene.bodies('maria')).toContainEqual(
    expect.objectContaining({ type: 'handoffStatus', state: 'completed' }),
  );
  expect([lee.complaints, ray.complaints]).toEqual([[], []]);
});

test('of two clinicians who press Claim at once, one gets the patient and one is told who did', async () => {
  await scene.patient('maria', numb);
  const desks = [await scene.window('Dr Lee'), await scene.window('Dr Ray')];
  // Both requests are held until both were made: neither desk can hear of the other's in time.
  const held: (() => void)[] = [];
  for (const { page } of desks) {
    await queue(page).getByText('Name of maria').click();
    await page.route('**/claim', async (route) => {
      const together = new Promise<void>((go) => held.push(go));
      if (held.length === 2) for (const go of held) go();
      await together;
      await route.continue();
    });
  }
  await Promise.all(desks.map(({ page }) => press(page, 'Claim')));
  const won = await Promise.all(
    desks.map(({ page }) =>
      Promise.race([
        page
          .getByRole('textbox', { name: 'Reply to patient' })
          .waitFor()
          .then(() => 'got her'),
        page
          .getByText('took this case a moment ago.')
          .waitFor()
          .then(() => 'was told'),
      ]),
    ),
  );
  expect(won.filter((what) => what === 'got her')).toHaveLength(1);
  const [winner, loser] = won[0] === 'got her' ? ['Dr Lee', desks[1]] : ['Dr Ray', desks[0]];
  const told = loser?.page.getByText('took this case a moment ago.');
  expect(await told?.textContent()).toBe(`${winner} took this case a moment ago.`);
});

test('the graver patient stands first, however late', async () => {
  const { page } = await scene.window('Dr Lee');
  await scene.patient('lena', tingling);
  await queue(page).getByText('Name of lena').waitFor();
  scene.clock.pass(300);
  await scene.patient('omar', numb);
  await queue(page).getByText('Name of omar').waitFor();
  expect(await queue(page).first().textContent()).toContain('Name of omar');
  expect(await queue(page).nth(1).textContent()).toContain('Name of lena');
  expect(await page.title()).toBe('(2) Lumbar desk');
});

test('a warning sign in the live chat is read out at once and stays until it is noted', async () => {
  await scene.patient('lena', tingling);
  const { page } = await scene.window('Dr Lee');
  await press(page, 'Claim');
  await conversation(page).getByText(tingling).waitFor();
  await scene.says('lena', 'now I cannot feel it when I wipe');
  const alert = page.getByRole('alert').filter({ hasText: 'New warning sign from Name of lena' });
  await alert.getByText('Emergency').waitFor();
  await page
    .getByRole('region', { name: 'Summary' })
    .getByText('cannot feel it when I wipe')
    .waitFor();
  await press(page, 'Noted');
  await alert.waitFor({ state: 'detached' });
  const own = page.getByRole('list', { name: 'Your patients' });
  await own.getByText('Emergency', { exact: true }).waitFor();
  expect(await own.getByLabel('New warning sign').count()).toBe(0);
});

test('a patient goes back to the bot, which speaks again', async () => {
  await scene.patient('lena', tingling);
  const { page } = await scene.window('Dr Lee');
  await press(page, 'Claim');
  await press(page, 'Return to bot');
  await page.getByText('The patient is with the bot again.').waitFor();
  const { answers } = await scene.says('lena', 'what is a back spasm?');
  expect(answers.map(({ body }) => body.type)).toContain('message');
});

test('a patient who leaves is said to have left', async () => {
  await scene.patient('lena', tingling);
  const { page } = await scene.window('Dr Lee');
  await queue(page).getByText('Name of lena').click();
  await conversation(page).getByText(tingling).waitFor();
  await scene.says('lena', 'leave the queue');
  await page.getByText('The patient has left the chat.').waitFor();
  expect(await queue(page).count()).toBe(0);
});

test('Enter sends, Shift+Enter breaks the line, and a draft waits for its own patient', async () => {
  await scene.patient('lena', tingling);
  await scene.patient('omar', numb);
  const { page } = await scene.window('Dr Lee');
  for (const name of ['Name of omar', 'Name of lena']) {
    await queue(page).filter({ hasText: name }).getByRole('button', { name: 'Claim' }).click();
    await page.getByRole('heading', { name }).waitFor();
  }
  const box = page.getByRole('textbox', { name: 'Reply to patient' });
  await box.pressSequentially('first');
  await box.press('Shift+Enter');
  await box.pressSequentially('second');
  await page.getByRole('list', { name: 'Your patients' }).getByText('Name of omar').click();
  await page.getByRole('heading', { name: 'Name of omar' }).waitFor();
  expect(await box.inputValue()).toBe('');
  await page.reload();
  await page.getByRole('list', { name: 'Your patients' }).getByText('Name of lena').click();
  expect(await box.inputValue()).toBe('first\nsecond');
  await box.press('Enter');
  await conversation(page).getByText('first').waitFor();
  await page.getByText('Sending…').waitFor({ state: 'detached' });
  expect([await relays('lena'), await relays('omar')]).toEqual([['first\nsecond'], []]);
});

test('a desk that lost its connection misses nothing, and a reply can be sent again', async () => {
  await scene.patient('lena', tingling);
  const { page } = await scene.window('Dr Lee');
  await press(page, 'Claim');
  await conversation(page).getByText(tingling).waitFor();
  await page.route('**/desk/api/cases/*/reply', (route) => route.abort());
  await page.getByRole('textbox', { name: 'Reply to patient' }).fill('Can you hear me?');
  await press(page, 'Send');
  await page.getByText('Not sent. The desk cannot be reached.').waitFor();
  scene.desk.close();
  await scene.says('lena', 'are you still there?');
  await conversation(page).getByText('are you still there?').waitFor();
  await page.unroute('**/desk/api/cases/*/reply');
  await press(page, 'Try again');
  await page.getByText(/Not sent|Sending/).waitFor({ state: 'detached' });
  expect(await relays('lena')).toEqual(['Can you hear me?']);
});

test('a session that ends takes the clinician back to the sign-in', async () => {
  await scene.patient('lena', tingling);
  const { page } = await scene.window('Dr Lee');
  await scene.store.clinicians.disable('Dr Lee');
  // The desk may hear of it from its stream before the button is pressed.
  const ended = page.getByText('Your session has ended. Please sign in again.').waitFor();
  await Promise.any([press(page, 'Claim'), ended]);
  await ended;
  expect(await page.getByText('Name of lena').count()).toBe(0);
});

test('a wrong password is said in words', async () => {
  const { page } = await scene.window(null);
  await page.getByLabel('User name').fill('Dr Lee');
  await page.getByLabel('Password').fill('not the password');
  await press(page, 'Sign in');
  await page.getByText('The user name or the password is not right.').waitFor();
  expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(1);
});
