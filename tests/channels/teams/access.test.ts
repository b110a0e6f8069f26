import { createTeamsChannel } from '../../../src/channels/teams/teams';
import type { HttpRequest } from '../../../src/ports/http';
import { createLogger } from '../../../src/observability/logger';
import { openPack } from '../../../src/knowledge/open-pack';
import { activityFrom, postTo, type Service, startService, unregistered } from './service';

const registration = {
  type: 'MultiTenant',
  id: '6b1d6a4e-52f5-4b9e-8a54-3f6f0f4f9b0c',
  password: 'a client secret',
  tenantId: undefined,
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody signed. */
function forged(payload: object): string {
  return `${part({ alg: 'RS256', typ: 'JWT', kid: 'made-up' })}.${part(payload)}.c2lnbmF0dXJl`;
}

describe('with a registration', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService({ registration });
  });

  afterAll(async () => {
    await service.close();
  });

  test.each([
    ['no token', undefined, 'missing-authorization'],
    ['an empty token', 'Bearer ', 'not-signed-in'],
    ['another scheme', 'Basic dXNlcjpwYXNz', 'not-signed-in'],
    ['no token at all', 'Bearer nonsense', 'not-signed-in'],
    [
      'a token of a stranger',
      `Bearer ${forged({ iss: 'https://stranger.example', aud: registration.id })}`,
      'not-signed-in',
    ],
  ])('%s is refused with 401', async (_what, authorization, code) => {
    const activity = activityFrom(service.connector.url, { text: 'hello' });
    const headers = authorization === undefined ? {} : { authorization };
    const reply = await postTo(service.endpoint, activity, headers);
    expect([reply.status, reply.json.error?.code]).toEqual([401, code]);
    expect(service.world.heard).toEqual([]);
    expect(service.connector.calls).toEqual([]);
  });
});

describe('without a registration', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService();
  });

  afterAll(async () => {
    await service.close();
  });

  const requestFrom = (peer: string): HttpRequest => ({
    method: 'POST',
    path: '/api/messages',
    params: {},
    query: new URLSearchParams(),
    headers: {},
    body: activityFrom(service.connector.url, { text: 'hello' }),
    peer,
    secure: false,
  });

  const handle = (request: HttpRequest) => {
    const channel = createTeamsChannel({
      ...service.world,
      config: unregistered,
      logger: createLogger('silent'),
      pack: openPack(),
      region: 'US',
      locale: 'en',
    });
    const [route] = channel.routes;
    if (!route) throw new Error('the channel has no route');
    return route.handle(request);
  };

  test.each(['203.0.113.7', '10.0.0.4', '::ffff:192.168.1.2', 'fe80::1'])(
    'somebody at %s is refused',
    async (peer) => {
      await expect(handle(requestFrom(peer))).rejects.toMatchObject({ code: 'forbidden' });
    },
  );

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'this machine (%s) is served',
    async (peer) => {
      expect(await handle(requestFrom(peer))).toEqual({ status: 200 });
    },
  );

  test.each([
    ['text that is not JSON', '{"type":'],
    ['a list', []],
    ['a string', '"hello"'],
    ['nothing', ''],
    ['an object without a type', {}],
    ['a type that is a number', { type: 7 }],
    ['a type that is empty', { type: '' }],
    ['a message from nowhere', { type: 'message', text: 'hello' }],
    ['a message from nobody', activityFrom('http://127.0.0.1:1/', { from: undefined })],
    ['a message with nowhere to answer to', activityFrom('', { serviceUrl: undefined })],
    ['a service address that is none', activityFrom('javascript:alert(1)', {})],
    ['words that are an object', activityFrom('http://127.0.0.1:1/', { text: { a: 1 } })],
    ['mentions that are a word', activityFrom('http://127.0.0.1:1/', { entities: 'no' })],
    ['members that are numbers', { type: 'conversationUpdate', membersAdded: [1, 2] }],
  ])('%s is refused with 400', async (_what, body) => {
    const reply = await postTo(service.endpoint, body);
    expect([reply.status, reply.json.error?.code]).toEqual([400, 'bad-request']);
  });

  test('a body that is too large is refused with 413', async () => {
    const body = activityFrom(service.connector.url, { text: 'a'.repeat(300_000) });
    expect((await postTo(service.endpoint, body)).status).toBe(413);
  });

  test.each([
    { value: { question: '', answer: 1 } },
    { value: [[[]]] },
    { value: 'a,b', text: null },
    { text: '', attachments: [{}] },
    { channelData: 'a word', text: 'hello' },
    { locale: '🙂', text: 'hello' },
    { entities: [{ type: 'mention' }, { type: 'clientInfo', country: 12 }], text: 'hello' },
    { timestamp: 'yesterday', text: 'hello' },
  ])('oddities of clients do no harm: %j', async (fields) => {
    expect((await service.post({ deliveryMode: 'expectReplies', ...fields })).status).toBe(200);
  });
});
