import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { openWidgetPage, type WidgetPage, widgetOn } from './widget-page';
import { startWidgetService, type WidgetService } from './widget-service';

let browser: Browser;
let service: WidgetService;
let widget: WidgetPage;

beforeAll(async () => {
  [browser, service] = await Promise.all([launchBrowser(), startWidgetService()]);
});
afterAll(async () => {
  await browser?.close();
  await service?.end();
});
beforeEach(async () => {
  widget = await openWidgetPage(browser, service.url);
});
afterEach(() => widget.close());

async function walkToTheCard(): Promise<void> {
  await widget.open();
  await widget.hears('Hello, I’m Lumbar');
  await widget.offer('Check my symptoms').click();
  await widget.offer('Lower back').click();
  await widget.hears('When did this pain start?');
  await widget.say('three days ago');
  await widget.offer('Lifting or bending').click();
  await widget.offer('4').click();
  await widget.hears('travel down');
  await widget.offer('No').click();
  await widget.hears('pain like this before');
  await widget.offer('No').click();
  await widget.hears('How old are you?');
  await widget.say('34');
  await widget.dialog.locator('label', { hasText: 'Kidney disease' }).waitFor();
}

test('a person is welcomed, asked, answers a card, asks a question, and is sent for help', async () => {
  await walkToTheCard();
  await widget.dialog.locator('label', { hasText: 'Kidney disease' }).click();
  await widget.dialog.locator('label', { hasText: 'I take a blood thinner' }).click();
  await widget.cardButton('Send my answers').click();
  await widget.hears('Kidney disease, I take a blood thinner');

  await widget.dialog.locator('label', { hasText: 'Leaking pee or poo' }).waitFor();
  await widget.say('what causes back spasms?');
  await widget.hears('strained');
  await widget.dialog.locator('.webchat__link-definitions').first().waitFor();

  await widget.say('I cannot feel anything when I wipe');
  await widget.hears('This may be an emergency');
  const emergency = widget.dialog.locator('.lumbar-activity[data-tone="emergency"]');
  const call = emergency.getByRole('link', { name: '911' }).first();
  expect(await call.getAttribute('href')).toBe('tel:911');
});

test('a card that was answered cannot be used again, also after a reload', async () => {
  await walkToTheCard();
  await widget.cardButton('None of these').click();
  await widget.hears('None of these');
  const used = widget.dialog.locator('.ac-adaptiveCard input[value="kidney-disease"]');
  const next = widget.dialog.locator('.ac-adaptiveCard input[value="bowel-bladder-loss"]');
  await next.waitFor();
  const disabled = async () => ({
    used: await used.getAttribute('aria-disabled'),
    next: await next.getAttribute('aria-disabled'),
  });
  expect(await disabled()).toEqual({ used: 'true', next: null });

  await widget.page.reload();
  await widget.open();
  await next.waitFor();
  expect(await disabled()).toEqual({ used: 'true', next: null });
});

test('a reload shows the whole conversation once, and only the last offers', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Middle of the back').click();
  await widget.hears('When did this pain start?');
  const before = await widget.transcript();
  expect(before.filter((line) => line.startsWith('person'))).toEqual([
    'person: Check my symptoms',
    'person: Middle of the back',
  ]);

  await widget.page.reload();
  expect(await widget.dialog.count()).toBe(0);
  await widget.open();
  await widget.hears('When did this pain start?');
  expect(await widget.transcript()).toEqual(before);
  expect(await widget.dialog.locator('.webchat__suggested-action').count()).toBe(0);

  await widget.say('yesterday');
  await widget.hears('How did it start?');
});

test('the conversation outlives a restart of the service', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Neck').waitFor();
  await service.stop();
  await widget.dialog.getByText('You seem to be offline').waitFor();
  await service.start();
  await widget.offer('Neck').click();
  await widget.hears('When did this pain start?');
  await widget.dialog.getByText('You seem to be offline').waitFor({ state: 'detached' });
  expect((await widget.transcript()).slice(-2)).toEqual([
    'person: Neck',
    expect.stringContaining('When did this pain start?'),
  ]);
});

test('what is written offline is sent once, when the connection is back', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Upper back or shoulder blades').waitFor();
  await widget.page.context().setOffline(true);
  await widget.dialog.getByText('You seem to be offline').waitFor();
  await widget.say('lower back');
  await widget.page.context().setOffline(false);
  await widget.hears('When did this pain start?');
  await widget.dialog.getByText('You seem to be offline').waitFor({ state: 'detached' });
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([
    'person: Check my symptoms',
    'person: lower back',
  ]);
});

test('starting anew asks first, and then forgets the old conversation', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Neck').waitFor();
  const begin = widget.dialog.getByRole('button', { name: 'Start a new conversation' });
  const question = widget.dialog.getByRole('alertdialog');

  await begin.click();
  await question.getByRole('button', { name: 'No, go back' }).click();
  await question.waitFor({ state: 'detached' });
  await widget.offer('Neck').waitFor();

  await begin.click();
  await question.getByRole('button', { name: 'Yes, start anew' }).click();
  await widget.offer('Check my symptoms').waitFor();
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([]);

  await widget.page.reload();
  await widget.open();
  await widget.offer('Check my symptoms').waitFor();
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([]);
});

test('a clinician is shown by name, and heard while the chat is closed', async () => {
  await widget.open();
  await widget.offer('Talk to a clinician').click();
  const { cases } = service.app().parts;
  const waiting = async (): Promise<string> => {
    for (;;) {
      const [first] = (await cases.list('Dr Ana Lee')).waiting;
      if (first) return first.id;
      await widget.page.evaluate('new Promise(requestAnimationFrame)');
    }
  };
  const caseId = await waiting();
  await cases.claim(caseId, 'Dr Ana Lee');
  await cases.reply(caseId, 'Dr Ana Lee', 'reply-1', 'Hello, I have read what you told us.');
  const said = widget.dialog.locator('.lumbar-activity', {
    hasText: 'I have read what you told us',
  });
  await said.waitFor();
  expect(await said.locator('.lumbar-name').textContent()).toBe('Dr Ana Lee');
  expect(await widget.dialog.locator('.lumbar-avatar').last().textContent()).toBe('AL');

  await widget.dialog.getByRole('button', { name: 'Close the chat' }).click();
  await cases.reply(caseId, 'Dr Ana Lee', 'reply-2', 'Are you still there?');
  await widget.page.getByText('There is a new message.').waitFor();
  await widget.launcher.click();
  await widget.hears('Are you still there?');
});

test('two tabs share one conversation', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Neck').waitFor();
  const second = widgetOn(await widget.page.context().newPage());
  await second.page.goto(service.url);
  await second.open();
  await second.offer('Neck').click();
  await second.hears('When did this pain start?');
  await widget.hears('When did this pain start?');
  expect(await widget.transcript()).toEqual(await second.transcript());
});

test('a conversation that was erased ends kindly, and the next visit starts afresh', async () => {
  await widget.open();
  await widget.say('delete everything you know about me');
  await widget.offer('Yes').or(widget.cardButton('Yes')).first().click();
  const begin = widget.dialog
    .locator('.notice')
    .getByRole('button', { name: 'Start a new conversation' });
  await widget.dialog.getByText('This conversation has ended').waitFor();
  await begin.click();
  await widget.offer('Check my symptoms').waitFor();
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([]);
});

test('a token that has expired is renewed, and what was written is sent once', async () => {
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Neck').waitFor();
  let refusals = 1;
  await widget.page.route('**/activities', (route) => {
    const isMessage = route.request().postData()?.includes('"message"') === true;
    if (!isMessage || refusals === 0) return route.continue();
    refusals -= 1;
    return route.fulfill({ status: 403, json: { error: { code: 'TokenExpired', message: '' } } });
  });
  const renewal = widget.page.waitForRequest('**/widget/token');
  await widget.offer('Neck').click();
  await renewal;
  await widget.hears('When did this pain start?');
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([
    'person: Check my symptoms',
    'person: Neck',
  ]);
});

test('a picture is sent, and seen again after a reload', async () => {
  await widget.open();
  const onePixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await widget.dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'back.png',
      mimeType: 'image/png',
      buffer: Buffer.from(onePixel, 'base64'),
    });
  await widget.dialog.locator('.webchat__attachment-icon--checked').waitFor();
  await widget.box.press('Enter');
  await widget.hears('keep it for a clinician');
  await widget.page.reload();
  await widget.open();
  const picture = widget.dialog.locator('.webchat__bubble--from-user img').first();
  await picture.waitFor();
  expect(await picture.getAttribute('src')).toContain(
    `${service.url}/v3/directline/conversations/`,
  );
});
