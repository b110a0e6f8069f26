import { connect } from 'node:net';
import * as fc from 'fast-check';
import { createHttpServer, type HttpServer } from '../../src/http/server';

const faults: object[] = [];
const quiet = (): void => undefined;
const fault = (fields: object): void => void faults.push(fields);
const logger = { debug: quiet, info: quiet, warn: quiet, error: fault };

let server: HttpServer;
let port: number;

beforeAll(async () => {
  server = createHttpServer({
    routes: [
      { method: 'GET', path: '/a/:id', handle: async () => ({ status: 200, json: {} }) },
      { method: 'POST', path: '/a/:id', handle: async () => ({ status: 200, json: {} }) },
      { method: 'POST', path: '/raw', body: 'raw', handle: async () => ({ status: 204 }) },
    ],
    logger,
  });
  ({ port } = await server.listen('127.0.0.1', 0));
});
afterAll(() => server.close());

const methods = ['GET', 'POST', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'PATCH', 'NOPE', ''];
const targets = ['/a/b', '/a/%', '/a/%00', '//', '*', 'http://[', 'foo:', '/raw', '/a/b?%', '/é'];
const headers = [
  'Host: a',
  'Host: [',
  'Host: a b',
  'Connection: Upgrade\r\nUpgrade: websocket',
  'Connection: Upgrade\r\nUpgrade: h2c',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: chunked',
  'Expect: 100-continue',
  'Expect: the unexpected',
  'Content-Type: application/json',
  'Origin: http://',
  'X-Forwarded-For: ,,',
];
const bodies = ['', '{}', '{"a":', '5\r\nhello\r\n0\r\n\r\n', 'zz\r\n', '\0\x01'];

/** Sends the bytes and hangs up; answers what came until then. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes, 'latin1'));
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', quiet);
    socket.on('close', () => resolve(text));
  });
}

describe('odd requests', () => {
  it('never end the server and are never taken for a fault of ours', async () => {
    const odd = fc.tuple(
      fc.constantFrom(...methods),
      fc.constantFrom(...targets),
      fc.subarray(headers),
      fc.constantFrom(...bodies),
    );
    await fc.assert(
      fc.asyncProperty(odd, async ([method, target, lines, body]) => {
        const head = [`${method} ${target} HTTP/1.1`, ...lines, 'Connection: close'].join('\r\n');
        expect(await send(`${head}\r\n\r\n${body}`)).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { numRuns: 300 },
    );
    expect((await fetch(`http://127.0.0.1:${port}/a/b`)).status).toBe(200);
    expect(faults).toEqual([]);
  });
});
