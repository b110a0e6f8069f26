import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store';
import { systemClock } from '../../src/conversation/system-clock';
import { buildNode } from './killable-node';
import { addressOf, runService, type Service } from './service';

const started = z.object({ conversationId: z.string(), token: z.string() });
const acceptedActivity = z.object({ id: z.string() });
const secret = 'a-secret-for-these-tests-only';
let folder: string;
let service: Service | undefined;

beforeAll(buildNode);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbar-start-'));
});

afterEach(async () => {
  service?.process.kill('SIGKILL');
  await service?.exited;
  service = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  service = runService(folder, environment);
  return addressOf(service);
}

async function post(url: string, token: string, body: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

test('a first start makes what it needs, says where it is, and tells no secret', async () => {
  const address = await start();
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  const kept = join(folder, 'data', 'direct-line.secret');
  expect(statSync(kept).mode & 0o777).toBe(0o600);
  const made = readFileSync(kept, 'utf8');
  expect((await post(`${address}/v3/directline/tokens/generate`, made, {})).status).toBe(200);

  service?.process.kill('SIGTERM');
  expect(await service?.exited).toBe(0);
  const printed = service?.printed() ?? '';
  expect(printed).toContain(`Demo page        ${address}/\n`);
  expect(printed).toContain(`Clinician desk   ${address}/desk\n`);
  expect(printed).toMatch(/First clinician {2}http:\/\/127\.0\.0\.1:\d+\/desk\S+/);
  expect(printed).not.toContain(made);
});

test('the secret that was made is the same after a restart', async () => {
  await start();
  const made = readFileSync(join(folder, 'data', 'direct-line.secret'), 'utf8');
  service?.process.kill('SIGTERM');
  await service?.exited;
  const address = await start();
  expect((await post(`${address}/v3/directline/tokens/generate`, made, {})).status).toBe(200);
});

test('a stop in the middle of many messages finishes those that were accepted, and exits 0', async () => {
  const address = await start({ DIRECT_LINE_SECRET: secret });
  const base = `${address}/v3/directline`;
  const answer = await post(`${base}/conversations`, secret, { user: { id: 'dl_ana' } });
  const { conversationId, token } = started.parse(await answer.json());

  const sent = Array.from({ length: 40 }, async (_, index) => {
    const reply = await post(`${base}/conversations/${conversationId}/activities`, token, {
      type: 'message',
      from: { id: 'dl_ana' },
      text: `message ${index}`,
    });
    // The first answer is the sign that the rest is on its way.
    service?.process.kill('SIGTERM');
    const { id } = acceptedActivity.parse(await reply.json());
    return { id, text: `message ${index}` };
  });
  const accepted = (await Promise.allSettled(sent)).flatMap((one) =>
    one.status === 'fulfilled' ? [one.value] : [],
  );
  expect(await service?.exited).toBe(0);
  expect(accepted.length).toBeGreaterThan(0);

  const store = await openStore(`sqlite:${join(folder, 'data', 'lumbar.db')}`, systemClock);
  const log = await store.log.range(conversationId, 0, 1000);
  await store.close();
  expect(log.map((entry) => entry.seq)).toEqual(log.map((_, index) => index + 1));
  for (const { id, text } of accepted)
    expect(log.find((entry) => entry.id === id)?.body).toMatchObject({ type: 'said', text });
});

test('the file .env is read, and what is set already wins over it', async () => {
  writeFileSync(join(folder, '.env'), `DIRECT_LINE_SECRET=${secret}\nPORT=not-a-port\n`);
  const address = await start({ PORT: '0' });
  expect((await post(`${address}/v3/directline/tokens/generate`, secret, {})).status).toBe(200);
});

test.each([
  [
    { PORT: 'many', LOG_LEVEL: 'loud' },
    'PORT is not a number; for example: 3978',
    'LOG_LEVEL is none of debug, info, warn, error, silent; for example: info',
  ],
  [{ REGION: 'ZZ', LOCALE: 'xx' }, 'LOCALE is not one of en', 'REGION is not one of US'],
])('with %j it does not start, and says why', async (environment, ...faults) => {
  service = runService(folder, environment);
  expect(await service.exited).toBe(1);
  for (const fault of faults) expect(service.printed()).toContain(fault);
  expect(service.printed()).not.toContain('    at ');
});
