import { healthRoutes, type HealthCheck } from '../../src/http/health';
import type { HttpReply, HttpRequest } from '../../src/ports/http';

function ask(
  path: string,
  given: { checks?: readonly HealthCheck[]; token?: string; request?: Partial<HttpRequest> } = {},
): Promise<HttpReply> {
  const routes = healthRoutes({
    checks: given.checks ?? [],
    metrics: async () => 'turns 7\n',
    ...(given.token === undefined ? {} : { metricsToken: given.token }),
  });
  const request = {
    method: 'GET',
    path,
    params: {},
    query: new URLSearchParams(),
    headers: {},
    body: undefined,
    peer: '127.0.0.1',
    secure: false,
    ...given.request,
  };
  const route = routes.find((one) => one.path === path);
  if (!route) throw new Error(`no route ${path}`);
  return route.handle(request);
}

describe('GET /healthz', () => {
  it('says that the process lives', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, json: { status: 'ok' } });
  });
});

describe('GET /readyz', () => {
  const fine: HealthCheck = { name: 'knowledge', check: async () => undefined };

  it('says that everything needed is there', async () => {
    expect(await ask('/readyz', { checks: [fine] })).toEqual({
      status: 200,
      json: { status: 'ready' },
    });
  });

  it('says what is missing, without telling secrets of it', async () => {
    const checks: HealthCheck[] = [
      fine,
      {
        name: 'store',
        check: async () => {
          throw new Error('password refused for lumbar:hunter2');
        },
      },
      { name: 'pack', check: async () => 'is being loaded' },
    ];
    await expect(ask('/readyz', { checks })).rejects.toMatchObject({
      status: 503,
      code: 'unavailable',
      message: 'store: not available. pack: is being loaded.',
    });
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const never: HealthCheck = { name: 'store', check: () => new Promise(() => undefined) };
    const answer = ask('/readyz', { checks: [never] }).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await answer).toMatchObject({ message: 'store: did not answer in time.' });
    jest.useRealTimers();
  });
});

describe('GET /metrics', () => {
  const text = {
    status: 200,
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    content: 'turns 7\n',
  };
  const forbidden = { status: 403, code: 'forbidden' };

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is read on this machine (%s)',
    async (peer) => {
      expect(await ask('/metrics', { request: { peer } })).toEqual(text);
    },
  );

  it('is read elsewhere with the token alone', async () => {
    const peer = '10.0.0.7';
    const bearer = (authorization: string) => ({ peer, headers: { authorization } });
    const token = 'letmein';
    expect(await ask('/metrics', { token, request: bearer('Bearer letmein') })).toEqual(text);
    await expect(
      ask('/metrics', { token, request: bearer('Bearer letmeix') }),
    ).rejects.toMatchObject(forbidden);
    await expect(ask('/metrics', { token, request: { peer } })).rejects.toMatchObject(forbidden);
    await expect(ask('/metrics', { request: bearer('Bearer undefined') })).rejects.toMatchObject(
      forbidden,
    );
  });

  it('is not for people behind a proxy on this machine', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    await expect(ask('/metrics', { request: { headers } })).rejects.toMatchObject(forbidden);
  });
});
