import { startService, type Answer, type Service } from './service';

let service: Service;
let id: string;
let bearer: string;

beforeEach(async () => {
  service = await startService();
  ({ conversationId: id, token: bearer } = await service.start({ user: { id: 'ana' } }));
});
afterEach(() => service.close());

const path = (): string => `/v3/directline/conversations/${id}/activities`;
const post = (json: unknown): Promise<Answer> => service.call('POST', path(), { bearer, json });
const read = (watermark = ''): Promise<Answer> =>
  service.call('GET', `${path()}?watermark=${watermark}`, { bearer });
const texts = ({ json }: Answer): unknown[] => json.activities.map(({ text }) => text);
const from = { id: 'ana' };

describe('GET activities', () => {
  it('pages by watermark until nothing is left', async () => {
    await post({ type: 'message', from, text: 'one' });
    const first = await read();
    expect([texts(first), first.json.watermark]).toEqual([['Hello.', 'one', 'You said: one'], '3']);
    await post({ type: 'message', from, text: 'two' });
    const second = await read('3');
    expect([texts(second), second.json.watermark]).toEqual([['two', 'You said: two'], '5']);
    const third = await read('5');
    expect([texts(third), third.json.watermark]).toEqual([[], '5']);
  });

  it('gives long histories whole, a page at a time', async () => {
    for (let n = 0; n < 60; n += 1) await service.world.says(id, `message ${n}`);
    const first = await read();
    const second = await read(first.json.watermark);
    const third = await read(second.json.watermark);
    const ids = [first, second, third].flatMap(({ json }) =>
      json.activities.map((one) => one['id']),
    );
    expect([ids.length, new Set(ids).size, texts(third)]).toEqual([121, 121, []]);
  });

  it('keeps from the person what is for the desk alone', async () => {
    await service.world.says(id, 'warn');
    expect(texts(await read('1'))).toEqual(['warn']);
  });
});

describe('POST activities', () => {
  it('answers the id under which the activity is then read', async () => {
    const { status, json } = await post({ type: 'message', from, text: 'hello' });
    expect([status, json]).toMatchObject([200, { id: `${id}|0000002` }]);
    const [echo] = (await read('1')).json.activities;
    expect(echo).toEqual({
      type: 'message',
      id: `${id}|0000002`,
      timestamp: service.clock.now(),
      channelId: 'directline',
      conversation: { id, isGroup: false, conversationType: '', name: '' },
      from: { id: 'ana', name: '', role: 'user' },
      recipient: { id: 'lumbar', name: 'Lumbar', role: 'bot' },
      text: 'hello',
      textFormat: 'plain',
    });
  });

  it('lets nobody speak as somebody else', async () => {
    await post({ type: 'message', from: { id: 'dl_other', role: 'bot' }, text: 'hello' });
    const [echo] = (await read('1')).json.activities;
    expect(echo).toMatchObject({ from: { id: 'ana', role: 'user' } });
  });

  it.each([
    ['clientActivityID', { channelData: { clientActivityID: 'c1' } }],
    ['its own id', { id: 'a1' }],
  ])('takes a message that is sent again for the same, by %s', async (_name, named) => {
    const activity = { type: 'message', from, text: 'once', ...named };
    const [first, second] = await Promise.all([post(activity), post(activity)]);
    expect(second.text).toBe(first.text);
    expect(texts(await read('1'))).toEqual(['once', 'You said: once']);
  });

  it('takes two messages without a name for two', async () => {
    await post({ type: 'message', from, text: 'twice' });
    await post({ type: 'message', from, text: 'twice' });
    expect(texts(await read('1'))).toHaveLength(4);
  });

  it('is open to a server with the secret as well', async () => {
    const { status } = await service.call('POST', path(), {
      json: { type: 'message', from, text: 'hello' },
    });
    expect(status).toBe(200);
  });

  it.each([
    [
      'a button as Web Chat sends it',
      {
        text: 'Yes',
        value: { question: 'q', answer: true },
        channelData: { messageBack: { displayText: 'Yes' } },
      },
      'Yes',
      'You chose true for q.',
    ],
    ['a number', { value: { question: 'severity', answer: 7 } }, '7', 'You chose 7 for severity.'],
    [
      'a list',
      { value: { question: 'q', answer: ['a', 'b'] } },
      'a, b',
      'You chose ["a","b"] for q.',
    ],
    [
      'a card, whose list is joined by commas',
      { value: { question: 'q', answer: 'a,b' } },
      'a, b',
      'You chose ["a","b"] for q.',
    ],
    [
      'a card with one tick',
      { value: { question: 'q', kind: 'multi-choice', answer: 'a' } },
      'a',
      'You chose ["a"] for q.',
    ],
    [
      'another value with a text',
      { text: 'hello', value: { colour: 'red' } },
      'hello',
      'You said: hello',
    ],
  ])('understands %s', async (_name, activity, shown, answer) => {
    expect((await post({ type: 'message', from, ...activity })).status).toBe(200);
    expect(texts(await read('1'))).toEqual([shown, answer]);
  });

  it('shows the titles of what was ticked on a card', async () => {
    await post({ type: 'message', from, text: 'ask me' });
    await post({
      type: 'message',
      from,
      value: { question: 'general', kind: 'multi-choice', answer: 'fever,weight-loss' },
      channelData: { postBack: true, clientActivityID: 'c9' },
    });
    const [echo] = (await read('3')).json.activities;
    expect(echo).toMatchObject({
      text: 'Fever, Losing weight',
      value: { question: 'general', answer: ['fever', 'weight-loss'] },
      // Without `postBack`, which would make Web Chat hide it.
      channelData: { clientActivityID: 'c9' },
    });
    expect(echo?.['channelData']).toEqual({ clientActivityID: 'c9' });
  });

  it.each([
    'conversationUpdate',
    'endOfConversation',
    'messageReaction',
    'invoke',
    'something-new',
  ])('tolerates %s', async (type) => {
    const { status, json } = await post({ type, from });
    expect([status, json.id]).toEqual([200, expect.stringMatching(/\|/)]);
    expect(texts(await read('1'))).toEqual([]);
  });

  it.each(['handoff.status', 'webchat/join', 'anything'])(
    'tolerates the event %s',
    async (name) => {
      const { status } = await post({ type: 'event', from, name, value: { state: 'accepted' } });
      expect(status).toBe(200);
      expect(texts(await read('1'))).toEqual([]);
    },
  );

  it.each([
    [
      'no body',
      undefined,
      '"type" is not as expected: Invalid input: expected string, received undefined.',
    ],
    [
      'no type',
      { text: 'x' },
      '"type" is not as expected: Invalid input: expected string, received undefined.',
    ],
    ['a list', [], 'The body is not as expected: Invalid input: expected object, received array.'],
    [
      'nothing to say',
      { type: 'message', from },
      'The message has neither text nor a value nor a file.',
    ],
    [
      'a value that is no answer',
      { type: 'message', value: { answer: 1 } },
      '"value" is not an answer: send {"question": "<id>", "answer": …} or a text.',
    ],
    [
      '4,001 characters',
      { type: 'message', text: 'x'.repeat(4001) },
      'A message may have at most 4000 characters; this one has 4001.',
    ],
    [
      'only a link to a file elsewhere',
      { type: 'message', attachments: [{ contentUrl: 'https://x.example/a.png' }] },
      'The message has no text. Send files by "upload".',
    ],
  ])('refuses %s and says why', async (_name, activity, message) => {
    const body = activity === undefined ? { json: {} } : { json: activity };
    expect(await service.call('POST', path(), { bearer, ...body })).toMatchObject({
      status: 400,
      text: JSON.stringify({ error: { code: 'bad-request', message } }),
    });
  });

  it('takes 4,000 characters', async () => {
    expect((await post({ type: 'message', from, text: 'x'.repeat(4000) })).status).toBe(200);
  });

  it('that break the dialogue leave nothing behind and show nothing of the fault', async () => {
    const activity = {
      type: 'message',
      from,
      text: 'break',
      channelData: { clientActivityID: 'c' },
    };
    const { status, text } = await post(activity);
    expect(status).toBe(500);
    expect(text).toMatch(
      /^{"error":{"code":"internal","message":"Something went wrong on our side. Reference number: [0-9a-f]{8}."}}$/,
    );
    await post({ ...activity, text: 'better' });
    expect(texts(await read('1'))).toEqual(['better', 'You said: better']);
  });

  it('says 404 once everything was erased, after the last words were fetched', async () => {
    await post({ type: 'message', from, text: 'forget me' });
    expect(texts(await read('1'))).toEqual(['forget me', 'All is deleted.']);
    expect((await read('3')).status).toBe(404);
    expect((await post({ type: 'message', from, text: 'hello?' })).status).toBe(404);
  });
});
