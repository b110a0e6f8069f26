import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from '../../dialogs';
import { type App, buildApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { openPack } from '../../src/knowledge/open-pack';
import { openDialog } from '../../src/open-dialog';
import { openPlayground, type Playground } from './playground';

const pack = openPack();
const screens = new Set((pack.words.get('en')?.screens ?? []).map(({ id }) => id));

let folder: string;
let app: App;
let playground: Playground;
/** Where the person of the Playground writes. */
let conversationId = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lumbar-teams-browser-'));
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(folder, 'test.db')}`,
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  app = await buildApp(config, { pack, dialog: openDialog(pack) });
  app.parts.signals.subscribe((signal) => {
    if (signal.type === 'appended') ({ conversationId } = signal);
  });
  const { url } = await app.listen();
  playground = await openPlayground(`${url}/api/messages`);
});

afterAll(async () => {
  await playground?.close();
  await app?.close();
  await rm(folder, { recursive: true });
});

/** The question that is open. */
async function openQuestion(): Promise<Question> {
  const entries = await app.parts.conversations.log(conversationId, 0, 1000);
  const messages = entries.flatMap(({ body }) => (body.type === 'message' ? [body.message] : []));
  const question = messages.at(-1)?.question;
  if (!question) throw new Error('the bot asks nothing');
  return question;
}

/** Presses a button, and waits until the card shows what was chosen: the next one is there then. */
async function choose(title: string): Promise<void> {
  const chosen = playground.page.locator('p').filter({ hasText: 'You chose' });
  const before = await chosen.count();
  await playground.press(title);
  await chosen.nth(before).waitFor();
}

/** Says something, and waits for the bot's next words. */
async function tell(text: string): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    const stop = app.parts.signals.subscribe(({ type }) => {
      if (type !== 'appended') return;
      stop();
      resolve();
    });
  });
  await playground.say(text);
  await answered;
}

/** Answers as somebody does who has little to complain of, by card where there is one. */
async function answer({ kind, id, options }: Question): Promise<void> {
  if (kind === 'yes-no') return choose('No');
  if (id === 'severity') return choose('4');
  if (kind === 'multi-choice') return choose('None of these');
  if (kind === 'choice') return choose(options?.[0]?.title ?? '');
  return tell(id === 'age' ? '34' : 'since yesterday');
}

test('the person is welcomed', async () => {
  await playground.shown("I'm Lumbar").waitFor();
  expect(await playground.shown('In an emergency call 911').count()).toBe(1);
});

test('the screens for warning signs are cards, and a used one shows what was chosen', async () => {
  await choose('Check my symptoms');
  let question = await openQuestion();
  for (let asked = 0; asked < 12 && !screens.has(question.id); asked += 1) {
    await answer(question);
    question = await openQuestion();
  }
  expect(screens).toContain(question.id);
  for (const { id, title } of question.options ?? [])
    if (id !== 'none') await playground.page.getByRole('checkbox', { name: title }).waitFor();
  await choose('None of these');
  expect(await playground.page.getByRole('button', { name: 'None of these' }).count()).toBe(1);
  expect(screens).toContain((await openQuestion()).id);
});

test('a question is answered with its source, and the pending one comes back', async () => {
  const pending = await openQuestion();
  await tell('how long do spasms last?');
  await playground.shown('usually passes by itself within a few days').waitFor();
  await playground.page.getByRole('button', { name: '1', exact: true }).last().waitFor();
  expect((await openQuestion()).id).toBe(pending.id);
});

test('an emergency in the person’s own words is acted on at once', async () => {
  const numbers = playground.page.locator('p').filter({ hasText: '911' });
  const before = await numbers.count();
  await tell('since this morning i cant feel anything when i wipe');
  await playground.shown('⚠️ Emergency').waitFor();
  expect(await numbers.count()).toBeGreaterThan(before);
});
