import { connect } from 'node:net';
import { createHttpServer, type HttpServer } from '../../src/http/server';
import { AppError } from '../../src/ports/errors';
import type { Route } from '../../src/ports/http';
import type { Logger } from '../../src/ports/logger';

const logged: { fields: object; message: string }[] = [];
const keep = (fields: object, message: string): void => void logged.push({ fields, message });
const logger: Logger = { debug: keep, info: keep, warn: keep, error: keep };

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: '/echo/:name',
    handle: async (request) => ({
      status: 200,
      json: { name: request.params['name'], body: request.body ?? null },
    }),
  },
  {
    method: 'GET',
    path: '/breaks',
    handle: async () => {
      throw new Error('the password is hunter2');
    },
  },
  {
    method: 'GET',
    path: '/busy',
    handle: async () => {
      throw new AppError('too-many-requests', 'Slow down.', { retryAfterSeconds: 7 });
    },
  },
  {
    method: 'POST',
    path: '/bytes',
    body: 'raw',
    limit: 10,
    handle: async (request) => ({ status: 200, content: Buffer.from(String(request.body)) }),
  },
  {
    method: 'GET',
    path: '/shared',
    cors: { allows: (origin) => origin === 'https://clinic.example' },
    handle: async () => ({ status: 200, json: {} }),
  },
  {
    method: 'GET',
    path: '/page',
    handle: async () => ({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      content: '<!doctype html>',
    }),
  },
];

let server: HttpServer;
let port: number;
let base: string;

beforeEach(async () => {
  logged.length = 0;
  server = createHttpServer({ routes, logger });
  ({ port } = await server.listen('127.0.0.1', 0));
  base = `http://127.0.0.1:${port}`;
});
afterEach(() => server.close());

const post = (path: string, body: string, type = 'application/json'): Promise<Response> =>
  fetch(base + path, { method: 'POST', body, headers: { 'content-type': type } });

describe('a request that a route serves', () => {
  it('arrives with its parameters and its body', async () => {
    const reply = await post('/echo/ana%20b', '{"a":[1]}');
    expect([reply.status, await reply.json()]).toEqual([200, { name: 'ana b', body: { a: [1] } }]);
  });

  it('may have no body', async () => {
    const reply = await fetch(`${base}/echo/x`, { method: 'POST' });
    expect(await reply.json()).toEqual({ name: 'x', body: null });
  });
});

describe('every reply', () => {
  it('names no server, keeps the connection and is not guessed at', async () => {
    const { headers } = await fetch(`${base}/shared`);
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'content-length': '2',
      'content-type': 'application/json; charset=utf-8',
      date: expect.any(String),
      'keep-alive': 'timeout=65',
      'referrer-policy': 'strict-origin-when-cross-origin',
      vary: 'Origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('asks for encryption where there is some', async () => {
    const { headers } = await fetch(`${base}/shared`, {
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('to an allowed page of another origin says so, and lists what it may send', async () => {
    const page = { origin: 'https://clinic.example' };
    const { headers } = await fetch(`${base}/shared`, { headers: page });
    expect(headers.get('access-control-allow-origin')).toBe('https://clinic.example');
    const preflight = await fetch(`${base}/shared`, { method: 'OPTIONS', headers: page });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'OPTIONS, GET',
    ]);
  });

  it('says when to come back', async () => {
    const reply = await fetch(`${base}/busy`);
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('of a page holds it to our own content', async () => {
    const { headers } = await fetch(`${base}/page`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; /);
  });
});

describe('bad input', () => {
  const refused: [string, () => Promise<Response>, number, string, string][] = [
    [
      'an unknown address',
      () => fetch(`${base}/nowhere`),
      404,
      'not-found',
      'There is nothing at this address.',
    ],
    [
      'a wrong method',
      () => fetch(`${base}/breaks`, { method: 'DELETE' }),
      405,
      'method-not-allowed',
      'This address does not take that method.',
    ],
    [
      'broken JSON',
      () => post('/echo/x', '{"a":\n  oops}'),
      400,
      'bad-request',
      'The body is not valid JSON: fault at line 2, column 3 (position 8).',
    ],
    [
      'another content type',
      () => post('/echo/x', 'a=1', 'text/plain'),
      415,
      'unsupported-type',
      'Send the body as application/json.',
    ],
    [
      'a body over 256 kB',
      () => post('/echo/x', `"${'x'.repeat(262_144)}"`),
      413,
      'too-large',
      'The body may have at most 262144 bytes.',
    ],
    [
      'raw bytes over the limit of the route',
      () => post('/bytes', '01234567890', 'image/png'),
      413,
      'too-large',
      'The body may have at most 10 bytes.',
    ],
    [
      'a percent sign without its digits',
      () => fetch(`${base}/echo/%`, { method: 'POST' }),
      404,
      'not-found',
      'There is nothing at this address.',
    ],
  ];
  it.each(refused)('%s is refused with a JSON error', async (_name, ask, status, code, message) => {
    const reply = await ask();
    expect([reply.status, await reply.json()]).toEqual([status, { error: { code, message } }]);
    expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['a Host that is no host', 'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'],
    ['an address that is none', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['an asterisk', 'GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['no HTTP at all', 'hello\r\n\r\n'],
  ])('%s gets 400 and the server lives on', async (_name, bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await fetch(`${base}/shared`)).status).toBe(200);
  });
});

describe('a client that behaves badly', () => {
  it('does not end the server by a body without end', async () => {
    const giant = Buffer.alloc(30 * 1024 * 1024);
    await fetch(`${base}/bytes`, { method: 'POST', body: giant }).catch(() => null);
    expect((await fetch(`${base}/shared`)).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it('does not end the server by going away in the middle', async () => {
    const head = 'POST /echo/x HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`${head}Content-Length: 100\r\n\r\n{"a":`, () => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    expect((await fetch(`${base}/shared`)).status).toBe(200);
    expect(logged).toEqual([]);
  });
});

describe('a fault of ours', () => {
  it('shows a reference number, and the log has the same number with the cause', async () => {
    const reply = await fetch(`${base}/breaks`);
    const text = await reply.text();
    const reference = /Reference number: ([0-9a-f]{8})\./.exec(text)?.[1];
    expect(reply.status).toBe(500);
    expect(text).not.toContain('hunter2');
    expect(logged).toEqual([
      {
        message: 'request failed',
        fields: { reference, path: '/breaks', err: new Error('the password is hunter2') },
      },
    ]);
  });
});

function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
