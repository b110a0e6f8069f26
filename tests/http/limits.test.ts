import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { createHttpServer, type HttpServer } from '../../src/http/server';
import { createRateLimit } from '../../src/http/rate-limit';
import type { Route } from '../../src/ports/http';

const quiet = (): void => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };

describe('the rate limit', () => {
  it('counts each peer for itself and starts anew after a minute', () => {
    const limit = createRateLimit(2);
    limit('a', 0);
    limit('a', 10);
    expect(() => limit('a', 30_000)).toThrow(
      expect.objectContaining({ code: 'too-many-requests', status: 429, retryAfterSeconds: 30 }),
    );
    expect(() => limit('b', 30_000)).not.toThrow();
    expect(() => limit('a', 60_000)).not.toThrow();
  });

  it('forgets the peer seen longest ago when there are too many', () => {
    const limit = createRateLimit(1);
    limit('first', 0);
    for (let n = 0; n < 10_000; n += 1) limit(`peer ${n}`, 1);
    expect(() => limit('first', 2)).not.toThrow();
  });
});

describe('the server', () => {
  let release: () => void;
  let entered: Promise<void>;
  let server: HttpServer;
  let port: number;

  beforeEach(async () => {
    let enter = quiet;
    entered = new Promise((resolve) => (enter = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const routes: readonly Route[] = [
      {
        method: 'GET',
        path: '/slow',
        handle: async () => {
          enter();
          await held;
          return { status: 200, json: { done: true } };
        },
      },
      {
        method: 'GET',
        path: '/few',
        perMinute: 2,
        handle: async () => ({ status: 200, json: {} }),
      },
      {
        method: 'GET',
        path: '/events',
        handle: async () => ({
          status: 200,
          headers: { 'content-type': 'text/event-stream' },
          stream: (write) => {
            write('data: hello\n\n');
            return quiet;
          },
        }),
      },
    ];
    server = createHttpServer({ routes, logger, limits: { closeMs: 3_000 } });
    ({ port } = await server.listen('127.0.0.1', 0));
  });
  afterEach(async () => {
    release();
    await server.close();
  });

  function ask(path: string, options: { agent?: Agent; headers?: Record<string, string> } = {}) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      request({ port, path, ...options }, resolve)
        .on('error', reject)
        .end();
    });
  }

  it('limits the peer that a proxy on this machine saw, and not the machine itself', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' };
    const statuses: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      const reply = await ask('/few', { headers });
      reply.resume();
      statuses.push(reply.statusCode);
    }
    for (let n = 0; n < 3; n += 1) statuses.push((await ask('/few')).resume().statusCode);
    expect(statuses).toEqual([200, 200, 429, 200, 200, 200]);
  });

  it('finishes a request in flight when it closes, and accepts no other', async () => {
    const slow = ask('/slow', { agent: new Agent({ keepAlive: true }) });
    await entered;
    const closed = server.close();
    await expect(ask('/few')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    release();
    const reply = await slow;
    expect([reply.statusCode, reply.headers.connection]).toEqual([200, 'close']);
    reply.resume();
    await closed;
  });

  it('ends idle connections and open streams when it closes', async () => {
    const idle: Socket = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const events = await ask('/events');
    await once(events, 'data');
    const ended = Promise.all([once(idle, 'close'), once(events, 'close')]);
    await server.close();
    await expect(ended).resolves.toHaveLength(2);
  });

  it('refuses a socket at an address that has none', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'GET /nothing HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    const [data] = await once(socket, 'data');
    expect(String(data)).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    socket.destroy();
  });

  it('refuses headers that are too long', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`GET /few HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    const [data] = await once(socket, 'data');
    expect(String(data)).toMatch(/^HTTP\/1\.1 431 /);
    socket.destroy();
  });
});
