import { connectClient, type Client } from './client';
import { secret, startService, type Service } from './service';

let service: Service;
const clients: Client[] = [];

beforeEach(async () => {
  service = await startService();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await service.close();
});

function connect(options: Parameters<typeof connectClient>[0]): Client {
  const client = connectClient({ domain: service.domain, ...options });
  clients.push(client);
  return client;
}

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('the real client %s', (_name, webSocket) => {
  const options = { secret, webSocket, pollingInterval: 200 };

  it('is greeted, finds its own words echoed before the answer, and everything once', async () => {
    const client = connect(options);
    await client.until('Hello.');
    const id = await client.say('my back hurts', 'c1');
    await client.until('You said: my back hurts');
    expect(client.texts()).toEqual(['Hello.', 'my back hurts', 'You said: my back hurts']);
    const [, echo, answer] = client.seen;
    expect(echo).toMatchObject({
      id,
      from: { role: 'user' },
      channelData: { clientActivityID: 'c1' },
      timestamp: expect.stringMatching(/Z$/),
      conversation: { id: id.split('|')[0] },
      channelId: 'directline',
    });
    expect(answer).toMatchObject({ from: { role: 'bot', name: 'Lumbar' }, replyToId: id });
  });

  it('gets the same id for a message that it sends twice, and one answer', async () => {
    const client = connect(options);
    await client.until('Hello.');
    const first = await client.say('again', 'same');
    const second = await client.say('again', 'same');
    await client.say('done', 'other');
    await client.until('You said: done');
    expect(second).toBe(first);
    expect(client.texts()).toEqual([
      'Hello.',
      'again',
      'You said: again',
      'done',
      'You said: done',
    ]);
  });

  it('hears a clinician under the name of the clinician', async () => {
    const client = connect(options);
    const hello = await client.until('Hello.');
    await service.world.conversations.takeTurn(idOf(hello.id), {
      id: 'desk:1',
      input: { type: 'clinicianSaid', clinician: 'Dr Ana Reyes', text: 'How long has it hurt?' },
    });
    const { from, type, ...rest } = await client.until('How long has it hurt?');
    expect([type, from.name, from.role]).toEqual(['message', 'Dr Ana Reyes', 'bot']);
    expect(rest).not.toHaveProperty('replyToId');
  });

  it('can send a picture and fetch it back', async () => {
    const client = connect(options);
    await client.until('Hello.');
    const png = Buffer.from('\x89PNG\r\n\x1a\n and some pixels', 'latin1');
    await client.line
      .postActivity({
        type: 'message',
        text: 'here is where it hurts',
        from: { id: 'me' },
        attachments: [
          {
            contentType: 'image/png',
            contentUrl: `data:image/png;base64,${png.toString('base64')}`,
            name: 'back.png',
          },
        ],
      })
      .take(1)
      .toPromise();
    const echo = await client.until('here is where it hurts');
    await client.until('You said: here is where it hurts');
    const [picture] = echo.type === 'message' ? (echo.attachments ?? []) : [];
    expect(picture).toMatchObject({ contentType: 'image/png', name: 'back.png' });
    const address = picture && 'contentUrl' in picture ? picture.contentUrl : '';
    const reply = await fetch(address);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(png);
  });

  it('still gets the last words after all was erased', async () => {
    const client = connect(options);
    await client.until('Hello.');
    await client.say('forget me');
    await client.until('All is deleted.');
    expect(client.texts()).toEqual(['Hello.', 'forget me', 'All is deleted.']);
  });
});

describe('a lost connection', () => {
  it('is taken up where it broke off, with nothing lost and nothing twice', async () => {
    const client = connect({ secret });
    const hello = await client.until('Hello.');
    await client.say('one');
    await client.until('You said: one');
    client.cut();
    await service.world.says(idOf(hello.id), 'two');
    await service.world.says(idOf(hello.id), 'three');
    await client.until('You said: three');
    await client.say('four');
    await client.until('You said: four');
    expect(client.texts()).toEqual([
      'Hello.',
      ...['one', 'two', 'three', 'four'].flatMap((text) => [text, `You said: ${text}`]),
    ]);
  });

  it('gives its place to the newer socket of the same conversation', async () => {
    const first = connect({ secret });
    const hello = await first.until('Hello.');
    const { json } = await service.call(
      'GET',
      `/v3/directline/conversations/${idOf(hello.id)}?watermark=`,
    );
    const second = connect({
      token: json.token,
      streamUrl: json.streamUrl,
      conversationId: json.conversationId,
    });
    await second.until('Hello.');
    await second.say('from the new one');
    await second.until('You said: from the new one');
    expect(second.texts()).toEqual(['Hello.', 'from the new one', 'You said: from the new one']);
  });
});

describe('typing', () => {
  it('of a clinician is shown over the socket and kept nowhere', async () => {
    const client = connect({ secret });
    const hello = await client.until('Hello.');
    const conversationId = idOf(hello.id);
    service.world.signals.publish({
      type: 'typing',
      conversationId,
      who: 'clinician',
      name: 'Ana',
    });
    const typing = await client.until('typing');
    expect(typing.from).toMatchObject({ name: 'Ana', role: 'bot' });
    expect(await service.world.bodies(conversationId)).toHaveLength(1);
  });

  it('of the person is a signal for the desk', async () => {
    const client = connect({ secret });
    const hello = await client.until('Hello.');
    await client.line
      .postActivity({ type: 'typing', from: { id: 'me' } })
      .take(1)
      .toPromise();
    expect(service.world.heard.at(-1)).toEqual({
      type: 'typing',
      conversationId: idOf(hello.id),
      who: 'person',
    });
  });
});

describe('tokens', () => {
  it('are renewed for the same conversation and person', async () => {
    const { json: given } = await service.call('POST', '/v3/directline/tokens/generate', {
      json: { user: { id: 'dl_ana', name: 'Ana' } },
    });
    const client = connect({ token: given.token });
    const hello = await client.until('Hello.');
    expect(idOf(hello.id)).toBe(given.conversationId);
    service.clock.pass(900);
    const renewed = await client.line['refreshToken']().take(1).toPromise();
    service.clock.pass(1_000);
    const { status } = await service.call(
      'GET',
      `/v3/directline/conversations/${given.conversationId}/activities`,
      { bearer: String(renewed) },
    );
    expect(status).toBe(200);
    const stored = await service.world.conversations.find(given.conversationId);
    expect([stored?.userId, stored?.userName]).toEqual(['dl_ana', 'Ana']);
  });

  it('that are wrong do not connect', async () => {
    const client = connect({ token: 'nonsense' });
    await client.untilStatus('failed');
    expect(client.seen).toEqual([]);
  });

  it('that have expired make the client ask for a new one', async () => {
    const { json: given } = await service.call('POST', '/v3/directline/tokens/generate');
    const client = connect({ token: given.token });
    await client.until('Hello.');
    service.clock.pass(1_801);
    expect(await client.say('too late')).toBe('retry');
    await client.untilStatus('expired');
  });

  it('of the session helper are answered', async () => {
    const client = connect({ secret });
    await client.until('Hello.');
    expect(await client.line.getSessionId().take(1).toPromise()).toMatch(/^id-/);
  });
});

function idOf(activityId: string | undefined): string {
  return activityId?.split('|')[0] ?? '';
}
