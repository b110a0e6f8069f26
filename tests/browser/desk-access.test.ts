import type { Browser } from 'playwright-core';
import { password } from '../desk/desk-world';
import { launchBrowser } from './browser';
import { type DeskScene, openDeskScene, violations } from './desk-scene';

// Each way through the desk is looked at by axe half a dozen times.
jest.setTimeout(180_000);

let browser: Browser;
let scene: DeskScene;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  scene = await openDeskScene(browser);
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await scene.close();
});

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

describe.each([
  ['light', 'desktop', desktop],
  ['dark', 'desktop', desktop],
  ['light', 'phone', phone],
  ['dark', 'phone', phone],
] as const)('in %s on a %s', (colorScheme, device, viewport) => {
  test('axe finds nothing wrong on the way through the desk', async () => {
    await scene.clinician('Dr Lee');
    // Transitions are over at once: axe must not measure a colour that is half faded in.
    const options = { colorScheme, viewport, reducedMotion: 'reduce' } as const;
    const outside = await scene.window(null, options);
    expect(await violations(outside.page)).toEqual([]);

    const { page, complaints } = await scene.window('Dr Lee', options);
    expect(await violations(page)).toEqual([]);

    await scene.patient('lena', 'my back hurts since monday, the pain goes down my left leg');
    await scene.patient('tom');
    await scene.patient('omar', 'I cant feel it when I wipe');
    const waiting = page.getByRole('list', { name: 'Waiting patients' });
    await waiting.getByText('Name of lena').click();
    await page.getByRole('log', { name: 'Conversation' }).getByText('my left leg').waitFor();
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Claim' }).click();
    await page.getByRole('textbox', { name: 'Reply to patient' }).fill('Hello');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Sending…').waitFor({ state: 'detached' });
    await scene.says('lena', 'and I have a fever of 39');
    await page.getByRole('button', { name: 'Noted' }).waitFor();
    expect(await violations(page)).toEqual([]);

    if (device === 'phone') {
      await page.getByRole('button', { name: 'Summary' }).click();
    }
    await page.getByRole('region', { name: 'Summary' }).getByText('fever of 39').waitFor();
    expect(await violations(page)).toEqual([]);

    expect(complaints).toEqual([]);
  });
});

test('on a phone one pane is shown at a time, and nothing is cut off', async () => {
  await scene.clinician('Dr Lee');
  await scene.patient('lena', 'the pain goes down my left leg');
  const { page } = await scene.window('Dr Lee', { viewport: phone });
  const log = page.getByRole('log', { name: 'Conversation' });
  const summary = page.getByRole('region', { name: 'Summary' });
  const list = page.getByRole('list', { name: 'Waiting patients' });
  const shown = async () => [await list.count(), await log.count(), await summary.count()];
  await list.getByText('Name of lena').click();
  await log.waitFor();
  expect(await shown()).toEqual([0, 1, 0]);
  await page.getByRole('button', { name: 'Claim' }).click();
  await page.getByRole('button', { name: 'Return to bot' }).waitFor();
  await page.getByRole('button', { name: 'Summary' }).click();
  expect(await shown()).toEqual([0, 0, 1]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  expect(await shown()).toEqual([1, 0, 0]);
});

test('the first clinician makes an account by the link that the start printed', async () => {
  const { page } = await scene.window(null);
  const link = (await scene.desk.setupLink(scene.url)) ?? '';
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { name: 'Welcome to Lumbar' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('User name').fill('Dr Lee');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('All quiet').waitFor();
  expect(page.url()).toBe(`${scene.url}/desk`);
  expect((await scene.store.clinicians.list()).map(({ name }) => name)).toEqual(['Dr Lee']);
});
