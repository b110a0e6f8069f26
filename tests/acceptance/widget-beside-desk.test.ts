import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser/browser';
import { openWidgetPage, type WidgetPage } from '../browser/widget-page';
import { type ShippedService, startShippedService } from './shipped-service';

let service: ShippedService;
let browser: Browser;
let widget: WidgetPage;
let desk: Page;

beforeAll(async () => {
  service = await startShippedService();
  browser = await launchBrowser();
  widget = await openWidgetPage(browser, service.url);
  desk = await signedInDesk();
});

afterAll(async () => {
  await browser?.close();
  await service?.end();
});

/** The first clinician, who made the account by the link that the start printed. */
async function signedInDesk(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(service.setupLink);
  await page.getByLabel('User name').fill('Dr Ana Lee');
  await page.getByLabel('Password').fill('a long enough pass phrase');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('list', { name: 'Waiting patients' }).waitFor({ state: 'attached' });
  return page;
}

const log = (): Locator => desk.getByRole('log', { name: 'Conversation' });
const reply = (): Locator => desk.getByRole('textbox', { name: 'Reply to patient' });

async function answer(text: string): Promise<void> {
  await reply().fill(text);
  await desk.getByRole('button', { name: 'Send' }).click();
}

test('a person in an emergency is told whom to call, and meets a clinician in the same chat', async () => {
  await widget.open();
  await widget.say('my back went yesterday and now i cant feel it when i wipe');
  await widget.hears('This may be an emergency');
  await widget.offer('Yes').click();
  await widget.hears('next in line');

  await desk
    .getByRole('list', { name: 'Waiting patients' })
    .getByText('Emergency', { exact: true })
    .waitFor();
  await desk.getByRole('button', { name: 'Claim' }).first().click();
  await desk
    .getByRole('region', { name: 'Summary' })
    .getByText('cant feel it when i wipe')
    .waitFor();
  await widget.hears('Dr Ana Lee');

  await answer('Is somebody with you who can drive?');
  await widget.hears('Is somebody with you who can drive?');
  expect((await widget.transcript()).at(-1)).toContain('Is somebody with you who can drive?');
});

test('while the clinician speaks the bot is silent, and still hears a new warning sign', async () => {
  const before = (await widget.transcript()).length;
  await widget.say('yes my wife is here');
  await log().getByText('yes my wife is here').waitFor();
  await widget.say('what is a back spasm?');
  await log().getByText('what is a back spasm?').waitFor();
  await widget.say('now my chest feels tight and i am short of breath');
  await widget.hears('Why: you told me about');
  await desk.getByRole('alert').getByText(/chest/i).first().waitFor();

  const since = (await widget.transcript()).slice(before);
  expect(since.filter((line) => line.startsWith('person:'))).toHaveLength(3);
  expect(since.filter((line) => line.startsWith('bot:'))).toEqual([
    expect.stringContaining('chest'),
  ]);
});

test('after the case is resolved the person is asked how it went, and is not left alone', async () => {
  await answer('The ambulance is on its way. Stay where you are.');
  await widget.hears('The ambulance is on its way.');
  await desk.getByRole('button', { name: 'Resolve' }).click();
  await widget
    .offer('5')
    .or(widget.dialog.getByRole('button', { name: /5/ }))
    .first()
    .waitFor();
  await widget.say('thank you');
  await widget.hears(/welcome/i);
  expect(await desk.getByRole('button', { name: 'Resolve' }).count()).toBe(0);
});

test('a person who asks for a clinician waits, is claimed, and goes back to the bot', async () => {
  const second = await openWidgetPage(browser, service.url, {
    viewport: { width: 390, height: 844 },
  });
  await second.open();
  await second.offer('Talk to a clinician').click();
  await second.hears('next in line');
  await desk.getByRole('button', { name: 'Claim' }).first().click();
  await second.hears('Dr Ana Lee');
  await desk.getByRole('button', { name: 'Return to bot' }).click();
  await second.say('what is a back spasm?');
  await second.hears('tighten');
  expect((await second.transcript()).join('\n')).toContain('Dr Ana Lee');
  await second.close();
});
