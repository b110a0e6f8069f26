import { decodeJwt } from 'jose';
import { startService, type Answer, type Service } from './service';

let service: Service;
beforeEach(async () => {
  service = await startService({
    widgetOrigins: ['https://clinic.example', 'http://localhost:9999/'],
    publicUrl: 'https://lumbar.example',
  });
});
afterEach(() => service.close());

const ask = (json: object = {}, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('POST', '/widget/token', { bearer: null, json, headers });
const start = (bearer: string, json: object = {}): Promise<Answer> =>
  service.call('POST', '/v3/directline/conversations', { bearer, json });

describe('POST /widget/token', () => {
  it('gives a token that starts a conversation in the language and region asked for', async () => {
    const { status, json } = await ask({ locale: 'es', region: 'MX' });
    expect([status, json.expires_in, json.resumed]).toEqual([200, 1800, false]);
    expect(decodeJwt(json.token)).toMatchObject({ conv: json.conversationId, user: json.userId });
    expect((await start(json.token)).status).toBe(201);
    expect(await service.world.conversations.find(json.conversationId)).toMatchObject({
      userId: json.userId,
      locale: 'es',
      region: 'MX',
    });
  });

  it('goes on with the same conversation and person', async () => {
    const { json: first } = await ask();
    await start(first.token);
    service.clock.pass(20 * 24 * 3600);
    const { json: later } = await ask({ resume: first.resume });
    expect([later.conversationId, later.userId, later.resumed]).toEqual([
      first.conversationId,
      first.userId,
      true,
    ]);
    expect((await start(later.token)).status).toBe(200);
  });

  it.each([
    ['was never started', async () => (await ask()).json.resume],
    [
      'was erased',
      async () => {
        const { json } = await ask();
        await start(json.token);
        await service.world.says(json.conversationId, 'forget me');
        return json.resume;
      },
    ],
    [
      'is over 30 days old',
      async () => {
        const { json } = await ask();
        await start(json.token);
        service.clock.pass(30 * 24 * 3600 + 1);
        return json.resume;
      },
    ],
    ['is not known', async () => 'nonsense'],
  ])('begins anew when the old conversation %s', async (_name, resumeOf) => {
    const resume = await resumeOf();
    const { status, json } = await ask({ resume });
    expect([status, json.resumed]).toEqual([200, false]);
    expect((await start(json.token)).status).toBe(201);
  });

  it.each([
    ['a page that is configured', 'https://clinic.example', 200],
    ['a page on the reader’s own machine', 'http://localhost:5173', 200],
    ['another page there', 'http://127.0.0.1:8080', 200],
    ['our own public address', 'https://lumbar.example', 200],
    ['a page elsewhere', 'https://evil.example', 403],
    ['a page that only looks like ours', 'https://clinic.example.evil.example', 403],
    ['a page without an origin', 'null', 403],
  ])('is for pages that may embed the widget: %s', async (_name, origin, status) => {
    const answer = await ask({}, { origin });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
      status,
      status === 200 ? origin : null,
    ]);
  });

  it('is for pages of the address that the request came to', async () => {
    expect((await ask({}, { origin: service.base })).status).toBe(200);
  });

  it('refuses a body that is none', async () => {
    expect((await ask({ resume: 7 })).status).toBe(400);
  });
});

const preflight = (origin: string): Promise<Response> =>
  fetch(`${service.domain}/conversations`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers':
        'authorization,content-type,x-ms-bot-agent,x-requested-with',
    },
  });

describe('pages of other origins', () => {
  it('may call when they are configured, with every header that clients send', async () => {
    const { status, headers } = await preflight('https://clinic.example');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([
      204,
      'https://clinic.example',
    ]);
    expect(headers.get('access-control-allow-methods')).toBe('OPTIONS, POST');
    expect(headers.get('access-control-allow-headers')?.toLowerCase().split(', ')).toEqual(
      expect.arrayContaining([
        'authorization',
        'content-type',
        'x-ms-bot-agent',
        'x-requested-with',
      ]),
    );
  });

  it('get no permission when they are not', async () => {
    const { headers } = await preflight('https://evil.example');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('can read errors too', async () => {
    const reply = await service.call('POST', '/v3/directline/conversations', {
      bearer: null,
      headers: { origin: 'https://clinic.example' },
    });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([
      401,
      'https://clinic.example',
    ]);
  });
});
