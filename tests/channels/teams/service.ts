import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Dialog } from '../../../dialogs';
import type { BotRegistration } from '../../../src/channels/teams/authentication';
import { createTeamsChannel, type TeamsChannel } from '../../../src/channels/teams/teams';
import { createHttpServer } from '../../../src/http/server';
import { openPack } from '../../../src/knowledge/open-pack';
import { createLogger } from '../../../src/observability/logger';
import { manualClock, type ManualClock } from '../../conversation/manual-clock';
import { openWorld, type World } from '../../conversation/world';
import { type Connector, type SentActivity, startConnector } from './connector';
import { cardDialog } from './card-dialog';

export const unregistered: BotRegistration = {
  type: 'MultiTenant',
  id: undefined,
  password: undefined,
  tenantId: undefined,
};

export const personalChat = {
  id: 'a:private-chat',
  conversationType: 'personal',
  tenantId: 'tenant-1',
};

const repliesSchema = z.object({
  activities: z
    .array(z.custom<SentActivity>((value) => typeof value === 'object' && value !== null))
    .default([]),
  statusCode: z.number().optional(),
  type: z.string().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});

export interface Reply {
  readonly status: number;
  readonly json: z.infer<typeof repliesSchema>;
}

/** The channel as it runs, with a real store and a real connector, and a person who writes to it. */
export interface Service {
  readonly world: World;
  readonly clock: ManualClock;
  readonly connector: Connector;
  readonly channel: TeamsChannel;
  /** Resolves when so many sendings in all have been put off. */
  postponed(times: number): Promise<void>;
  /** `http://127.0.0.1:port/api/messages`. */
  readonly endpoint: string;
  /** Posts an activity of a person in a private Teams chat, with what `fields` changes of it. */
  post(fields: object): Promise<Reply>;
  /** The same, and wants the answers in the reply. */
  ask(fields: object): Promise<readonly SentActivity[]>;
  close(): Promise<void>;
}

let activities = 0;

/** An activity as Teams sends it, with a new id. */
export function activityFrom(serviceUrl: string, fields: object): object {
  activities += 1;
  return {
    type: 'message',
    id: `activity-${activities}`,
    timestamp: '2026-11-22T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:person', name: 'Ana', aadObjectId: 'directory-id' },
    recipient: { id: '28:bot', name: 'Lumbar' },
    conversation: personalChat,
    locale: 'en-US',
    channelData: { tenant: { id: 'tenant-1' } },
    ...fields,
  };
}

export async function startService(
  given: { readonly registration?: BotRegistration; readonly dialog?: Dialog } = {},
): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'lumbar-teams-'));
  const clock = manualClock();
  const world = await openWorld(`sqlite:${join(folder, 'test.db')}`, {
    dialog: given.dialog ?? cardDialog,
    clock,
  });
  const logger = createLogger('silent');
  const postponements = createCounter();
  const channel = createTeamsChannel({
    conversations: world.conversations,
    outbox: {
      ...world.outbox,
      async failed(conversationId, seq, nextAt) {
        await world.outbox.failed(conversationId, seq, nextAt);
        postponements.add();
      },
    },
    signals: world.signals,
    clock,
    config: given.registration ?? unregistered,
    logger,
    pack: openPack(),
    region: 'US',
    locale: 'en',
  });
  const connector = await startConnector();
  const server = createHttpServer({ routes: channel.routes, logger });
  const { port } = await server.listen('127.0.0.1', 0);
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  channel.start();

  const post = async (fields: object): Promise<Reply> =>
    postTo(endpoint, activityFrom(connector.url, fields));

  return {
    world,
    clock,
    connector,
    channel,
    postponed: (times) => postponements.reached(times),
    endpoint,
    post,
    async ask(fields) {
      const { status, json } = await post({ deliveryMode: 'expectReplies', ...fields });
      expect(status).toBe(200);
      return json.activities;
    },
    async close() {
      await server.close();
      await channel.close();
      await connector.close();
      await world.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Counts, and tells when a number was reached. */
function createCounter(): { add(): void; reached(count: number): Promise<void> } {
  let count = 0;
  const waiting = new Set<() => void>();
  return {
    add() {
      count += 1;
      for (const look of waiting) look();
    },
    reached: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (count < wanted) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

export async function postTo(
  endpoint: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    json: repliesSchema.parse(text === '' ? {} : JSON.parse(text)),
  };
}
