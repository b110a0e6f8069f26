import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Dialog } from '../../../dialogs';
import { createDirectLine } from '../../../src/channels/direct-line/direct-line';
import type { StreamTiming } from '../../../src/channels/direct-line/streams';
import { createHttpServer } from '../../../src/http/server';
import { createLogger } from '../../../src/observability/logger';
import { manualClock, type ManualClock } from '../../conversation/manual-clock';
import { openWorld, type World } from '../../conversation/world';
import { smallDialog } from './small-dialog';

export const secret = 'a-secret-that-only-servers-know';

/** The channel as it runs, with the real store in a file of its own, on a free port. */
export interface Service {
  readonly world: World;
  readonly clock: ManualClock;
  /** `http://127.0.0.1:port`. */
  readonly base: string;
  /** What a Direct Line client is given as its domain. */
  readonly domain: string;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Starts a conversation with the secret. */
  start(body?: object): Promise<Started>;
  close(): Promise<void>;
}

export interface CallOptions {
  readonly bearer?: string | null;
  readonly json?: unknown;
  readonly body?: string | Buffer | FormData;
  readonly headers?: Record<string, string>;
}

/** Every field that any reply has; empty when it is missing. */
const answerSchema = z.object({
  conversationId: z.string().default(''),
  token: z.string().default(''),
  streamUrl: z.string().default(''),
  expires_in: z.number().default(0),
  id: z.string().default(''),
  watermark: z.string().default(''),
  activities: z.array(z.record(z.string(), z.unknown())).default([]),
  userId: z.string().default(''),
  resume: z.string().default(''),
  resumed: z.boolean().default(false),
});

export interface Answer {
  readonly status: number;
  readonly json: z.infer<typeof answerSchema>;
  /** The whole reply, for comparing. */
  readonly text: string;
  readonly headers: Headers;
}

export interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export async function startService(
  given: {
    readonly widgetOrigins?: readonly string[];
    readonly publicUrl?: string;
    readonly timing?: Partial<StreamTiming>;
    readonly dialog?: Dialog;
  } = {},
): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'lumbar-direct-line-'));
  const clock = manualClock();
  const world = await openWorld(`sqlite:${join(folder, 'test.db')}`, {
    dialog: given.dialog ?? smallDialog,
    clock,
  });
  const logger = createLogger('silent');
  const directLine = createDirectLine({
    conversations: world.conversations,
    signals: world.signals,
    clock,
    secret,
    widgetOrigins: given.widgetOrigins ?? [],
    publicUrl: given.publicUrl,
    timing: given.timing,
    metrics: world.metrics,
    region: 'US',
    locale: 'en',
    logger,
  });
  const server = createHttpServer({
    routes: directLine.routes,
    upgrades: [directLine.upgrade],
    logger,
  });
  const { port } = await server.listen('127.0.0.1', 0);
  const base = `http://127.0.0.1:${port}`;

  const call: Service['call'] = async (method, path, options = {}) => {
    const headers = new Headers(options.headers);
    const { bearer = secret } = options;
    if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
    if (options.json !== undefined) headers.set('content-type', 'application/json');
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    const url = path.startsWith('http') ? path : base + path;
    const reply = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await reply.text();
    const json = answerSchema.parse(readJson(text));
    return { status: reply.status, json, text, headers: reply.headers };
  };

  return {
    world,
    clock,
    base,
    domain: `${base}/v3/directline`,
    call,
    start: async (body = {}) => {
      const { json } = await call('POST', '/v3/directline/conversations', { json: body });
      return json;
    },
    async close() {
      directLine.close();
      await server.close();
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
