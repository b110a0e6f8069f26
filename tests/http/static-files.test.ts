import { mkdtemp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync, gunzipSync } from 'node:zlib';
import { createHttpServer, type HttpServer } from '../../src/http/server';
import { fileRoute, staticRoutes } from '../../src/http/static-files';

const quiet = (): void => undefined;
const logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const script = `console.log(${JSON.stringify('x'.repeat(500))});`;

let folder: string;
let server: HttpServer;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lumbar-static-'));
  const web = join(folder, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'keep out');
  await writeFile(join(web, '.env'), 'keep out');
  await writeFile(join(web, 'index.html'), '<!doctype html>');
  await writeFile(join(web, 'assets', 'chat-Ab3dE_9x.js'), script);
  await writeFile(join(web, 'assets', 'chat-Ab3dE_9x.js.br'), brotliCompressSync(script));
  await writeFile(join(web, 'assets', 'chat-Ab3dE_9x.js.gz'), gzipSync(script));
  await writeFile(join(web, 'stale.js'), script);
  await writeFile(join(web, 'stale.js.br'), brotliCompressSync('old'));
  await utimes(join(web, 'stale.js.br'), 1, 1);
  server = createHttpServer({
    routes: [...staticRoutes(web, '/web'), fileRoute('/', join(web, 'index.html'))],
    logger,
  });
  ({ port } = await server.listen('127.0.0.1', 0));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Got {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** Without `fetch`, which unpacks bodies and tidies paths. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, method }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () =>
        resolve({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

const asset = '/web/assets/chat-Ab3dE_9x.js';

describe('a built file', () => {
  it('with a hash in its name is kept by browsers for ever', async () => {
    const { status, headers, body } = await get(asset);
    expect([status, body.toString()]).toEqual([200, script]);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-length': String(script.length),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('is sent packed to a client that takes %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await get(asset, { 'accept-encoding': accepted });
    expect([headers['content-encoding'], unpack(body).toString()]).toEqual([encoding, script]);
    expect(headers.vary).toBe('Accept-Encoding');
  });

  it('is not sent from an older packed copy', async () => {
    const { headers, body } = await get('/web/stale.js', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], body.toString()]).toEqual([undefined, script]);
  });

  it('is not sent again to a client that has it', async () => {
    const first = await get('/');
    const etag = String(first.headers.etag);
    const again = await get('/', { 'if-none-match': `"other", W/${etag}` });
    expect([first.headers['cache-control'], again.status, again.body.length]).toEqual([
      'no-cache',
      304,
      0,
    ]);
  });

  it('answers HEAD with its length and no content', async () => {
    const { status, headers, body } = await get(asset, {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([
      200,
      String(script.length),
      0,
    ]);
  });
});

describe('a page', () => {
  it('runs nothing but our own scripts and is framed by no other site', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  });
});

describe('what lies outside', () => {
  it.each([
    '/web/../secret.txt',
    '/web/%2e%2e/secret.txt',
    '/web/..%2fsecret.txt',
    '/web/assets/..%5c..%5c..%5csecret.txt',
    '/web//etc/passwd',
    '/web/.env',
    '/web/assets',
    '/web/',
    '/web/assets/chat%00.js',
    '/web/missing.js',
  ])('%s is not served', async (path) => {
    const { status, body } = await get(path);
    expect([status, JSON.parse(body.toString()).error.code]).toEqual([404, 'not-found']);
  });
});
