import { caseListSchema } from '../../src/desk/protocol';
import type { Browsing, DeskWorld } from './desk-world';
import { openDeskWorld, refusal } from './desk-world';

let world: DeskWorld;
let lee: Browsing;
let ray: Browsing;
let caseId: string;

const path = (verb = ''): string => `cases/${caseId}${verb && `/${verb}`}`;
const reply = (text: string, id = 'reply-0001') => ({ id, text });

beforeEach(async () => {
  world = await openDeskWorld();
  await world.clinician('Dr Lee');
  await world.clinician('Dr Ray');
  lee = world.browse();
  ray = world.browse();
  await lee.signIn('Dr Lee');
  await ray.signIn('Dr Ray');
  await world.person('maria');
  await world.says('maria', 'it goes down my foot');
  await world.idle();
  caseId = await world.caseOf('maria');
});

afterEach(() => world.close());

const names = (of: readonly { readonly person: string }[]) => of.map(({ person }) => person);

const lists = async (browser: Browsing) => {
  const { waiting, own } = caseListSchema.parse((await browser.get('cases')).json);
  return { waiting: names(waiting), own: names(own) };
};

test('nobody sees anything without signing in', async () => {
  const stranger = world.browse();
  const answers = await Promise.all([
    stranger.get('cases'),
    stranger.get(path()),
    stranger.get(path('log')),
    stranger.get(path('uploads/x')),
    stranger.get('events'),
    stranger.post(path('claim')),
    stranger.post(path('reply'), reply('hello')),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 401]);
});

test('the graver patient is first in the queue', async () => {
  await world.person('omar');
  await world.says('omar', 'I can not feel it when I wipe');
  await world.idle();
  expect((await lee.get('cases')).json).toMatchObject({
    waiting: [
      { person: 'Name of omar', tierWord: 'Emergency', position: 1, flags: 2 },
      { person: 'Name of maria', tierWord: 'Soon', position: 2, flags: 1, channel: 'Web chat' },
    ],
    own: [],
    now: world.clock.now(),
  });
});

test('of two who press Claim at once one gets the case and the other is told kindly', async () => {
  const answers = await Promise.all([lee.post(path('claim')), ray.post(path('claim'))]);
  const [winner, loser] = answers[0].status === 200 ? ['Dr Lee', ray] : ['Dr Ray', lee];
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(refusal(await loser.post(path('claim')))).toBe(
    `409 case-taken: ${winner} took this case a moment ago.`,
  );
  expect([await lists(lee), await lists(ray)].flatMap(({ own }) => own)).toEqual(['Name of maria']);
  expect((await lists(lee)).waiting).toEqual([]);
});

test('a waiting case may be looked at by anybody, a claimed one by its owner', async () => {
  expect((await ray.get(path())).status).toBe(200);
  await lee.post(path('claim'));
  expect((await lee.get(path('log'))).status).toBe(200);
  const words = '409 case-not-yours: Dr Lee took this case a moment ago.';
  expect(refusal(await ray.get(path()))).toBe(words);
  expect(refusal(await ray.get(path('log')))).toBe(words);
});

test('only the owner replies, types, resolves, returns and releases', async () => {
  expect(refusal(await lee.post(path('reply'), reply('hello')))).toBe(
    '409 case-not-yours: Claim this case first.',
  );
  await lee.post(path('claim'));
  const before = await world.bodies('maria');
  for (const [verb, body] of [
    ['reply', reply('hello')],
    ['typing', {}],
    ['resolve', {}],
    ['return', {}],
    ['release', {}],
  ] as const) {
    expect(refusal(await ray.post(path(verb), body))).toBe(
      '409 case-not-yours: Dr Lee took this case a moment ago.',
    );
  }
  expect(await world.bodies('maria')).toEqual(before);
});

test('a reply reaches the person once, however often it is sent', async () => {
  await lee.post(path('claim'));
  await lee.post(path('reply'), reply(' How are you now? '));
  await lee.post(path('reply'), reply('How are you now?'));
  const relays = (await world.bodies('maria')).filter(({ type }) => type === 'relay');
  expect(relays).toEqual([{ type: 'relay', text: 'How are you now?' }]);
});

test.each([
  [{ id: 'reply-0001', text: '   ' }, 'text: is empty.'],
  [{ id: 'reply-0001', text: 'x'.repeat(4001) }, 'text: is longer than 4000 characters.'],
  [{ id: '../../x', text: 'hello' }, 'id: is 8 to 64 letters, digits, - or _.'],
])('a reply that is not right is refused', async (body, words) => {
  await lee.post(path('claim'));
  expect(refusal(await lee.post(path('reply'), body))).toBe(`400 bad-request: ${words}`);
});

test('resolving tells the person the last words and takes the case off the desk', async () => {
  await lee.post(path('claim'));
  expect((await lee.post(path('resolve'), { note: 'See your doctor on Monday.' })).status).toBe(
    200,
  );
  expect((await world.bodies('maria')).slice(-3)).toEqual([
    { type: 'relay', text: 'See your doctor on Monday.' },
    { type: 'handoffStatus', state: 'completed', message: '' },
    { type: 'message', message: { text: 'Take care.' } },
  ]);
  expect(await lists(lee)).toEqual({ waiting: [], own: [] });
  expect(refusal(await lee.post(path('reply'), reply('one more thing')))).toBe(
    '409 case-not-yours: This case has been resolved.',
  );
});

test('returning to the bot ends the chat, releasing puts the person back in the queue', async () => {
  await lee.post(path('claim'));
  await lee.post(path('release'));
  expect(await lists(ray)).toEqual({ waiting: ['Name of maria'], own: [] });
  await ray.post(path('claim'));
  await ray.post(path('return'));
  expect((await world.cases.find(caseId))?.status).toBe('returned');
  expect(refusal(await lee.post(path('claim')))).toBe(
    '409 case-taken: The patient is with the bot again.',
  );
});

test('a clinician who claims after the patient left is told so', async () => {
  await world.says('maria', 'never mind');
  expect(refusal(await lee.post(path('claim')))).toBe(
    '409 case-taken: The patient has left the chat.',
  );
});

test('a case that never was is not found', async () => {
  expect(refusal(await lee.get('cases/none'))).toBe('404 case-not-found: There is no such case.');
  expect((await lee.post('cases/none/claim')).status).toBe(404);
});

test('the log comes in pieces, and a position that is none is refused', async () => {
  const whole = await lee.get(path('log'));
  expect(whole.json).toMatchObject({
    entries: [
      { seq: 1, kind: 'person', author: 'Name of maria', text: 'it goes down my foot' },
      { seq: 2, kind: 'note', text: 'Handed over: waiting for a clinician.' },
    ],
    upTo: 3,
    more: false,
  });
  expect((await lee.get(path('log?after=3'))).json).toEqual({ entries: [], upTo: 3, more: false });
  expect((await lee.get(path('log?after=-1'))).status).toBe(400);
});

const keep = (name: string, contentType: string, content: string) =>
  world.conversations.keepUpload(
    'maria',
    { id: 'file-1', name, contentType, bytes: content.length },
    Buffer.from(content),
  );

describe('a file that the person sent', () => {
  test('is shown when it is an image', async () => {
    await keep('rücken.png', 'image/png', 'pixels');
    const answer = await lee.get(path('uploads/file-1'));
    expect([answer.status, answer.json]).toEqual([200, 'pixels']);
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="r_cken.png"; filename*=UTF-8''r%C3%BCcken.png`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is only ever saved when a browser could run it', async () => {
    await keep('x".html', 'text/html', '<script>alert(1)</script>');
    const { headers } = await lee.get(path('uploads/file-1'));
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="x_.html"/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test('is nobody else’s business', async () => {
    await keep('a.png', 'image/png', 'pixels');
    await lee.post(path('claim'));
    expect((await ray.get(path('uploads/file-1'))).status).toBe(409);
    expect((await lee.get(path('uploads/file-2'))).status).toBe(404);
  });
});
