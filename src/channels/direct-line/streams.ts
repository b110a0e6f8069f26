import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';
import { AppError, toAppError } from '../../ports/errors';
import type { UpgradeHandler } from '../../ports/http';
import { entryId } from '../../ports/log';
import type { Logger } from '../../ports/logger';
import type { Metrics } from '../../ports/metrics';
import type { Signals } from '../../ports/signals';
import { noSuchConversation, requireOrigin } from './access';
import type { ActivitySets } from './activity-sets';
import { createStream, type Stream } from './stream';
import type { StreamClaims, Tokens } from './tokens';

export interface StreamTiming {
  /** How often the log is read without a signal: what a missed one costs in delay. */
  readonly pollMs: number;
  /** Below the idle limits of usual proxies. */
  readonly keepAliveMs: number;
}

const usualTiming: StreamTiming = { pollMs: 5_000, keepAliveMs: 15_000 };
/** Tabs in which somebody has the same conversation open. */
const mostClients = 5;
const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/**
 * The sockets of the people's clients. A client that comes back takes the place of its own old socket, so
 * that two tabs do not drive each other out.
 */
export function createStreams(parts: {
  readonly conversations: Conversations;
  readonly activitySets: ActivitySets;
  readonly tokens: Tokens;
  readonly signals: Signals;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Pick<Metrics, 'sockets'> | undefined;
  readonly timing: Partial<StreamTiming> | undefined;
}): { readonly upgrade: UpgradeHandler; close(): void } {
  const { conversations, tokens, signals, clock, logger } = parts;
  const { pollMs, keepAliveMs } = { ...usualTiming, ...parts.timing };
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  /** By conversation, then by client, the oldest first. */
  const streams = new Map<string, Map<string, Stream>>();
  const all = (): Stream[] => [...streams.values()].flatMap((clients) => [...clients.values()]);

  const unsubscribe = signals.subscribe((signal) => {
    if (signal.type === 'cases') return;
    for (const stream of streams.get(signal.conversationId)?.values() ?? []) {
      if (signal.type === 'appended') void stream.forward();
      else if (signal.who === 'clinician') {
        stream.pass(typing(signal.conversationId, clock, signal.name));
      }
    }
  });
  const poll = setInterval(() => {
    for (const stream of all()) void stream.forward();
  }, pollMs).unref();
  const keepAlive = setInterval(() => {
    for (const stream of all()) stream.keepAlive();
  }, keepAliveMs).unref();

  return {
    upgrade(request, socket, head) {
      const address = request.url ?? '';
      if (!URL.canParse(address, 'http://localhost')) return false;
      const { pathname, searchParams } = new URL(address, 'http://localhost');
      const conversationId = streamPath.exec(pathname)?.[1];
      if (conversationId === undefined) return false;
      void accept(request, socket, head, conversationId, searchParams.get('t'));
      return true;
    },
    close() {
      unsubscribe();
      clearInterval(poll);
      clearInterval(keepAlive);
      for (const stream of all()) stream.close(1001);
      server.close();
    },
  };

  async function accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    conversationId: string,
    token: string | null,
  ): Promise<void> {
    try {
      if (!token) throw new AppError('missing-authorization', 'The address lacks its token.');
      const claims = await tokens.readStream(token);
      requireOrigin(claims.origins, request.headers.origin);
      const conversation = await conversations.find(conversationId);
      if (!conversation || conversation.erased) throw noSuchConversation();
      if (claims.conv !== conversation.id) {
        throw new AppError('forbidden', 'The token is for another conversation.');
      }
      server.handleUpgrade(request, socket, head, (webSocket) => {
        open(webSocket, conversation, claims);
      });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === 'internal') logger.error({ err: error.cause }, 'a stream was not opened');
      socket.end(
        `HTTP/1.1 ${error.status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
      );
    }
  }

  function open(socket: WebSocket, { id }: Conversation, claims: StreamClaims): void {
    const { after, base, client } = claims;
    const stream = createStream(socket, { conversationId: id, after, base }, parts);
    const clients = streams.get(id) ?? new Map<string, Stream>();
    streams.set(id, clients);
    // The old socket may not know yet that it is dead.
    replace(clients, client);
    const [oldest] = clients.keys();
    if (clients.size >= mostClients && oldest !== undefined) replace(clients, oldest);
    clients.set(client, stream);
    parts.metrics?.sockets('directline', 1);
    socket.once('close', () => {
      if (clients.get(client) === stream) clients.delete(client);
      if (clients.size === 0 && streams.get(id) === clients) streams.delete(id);
      parts.metrics?.sockets('directline', -1);
    });
    void stream.forward();
  }
}

function replace(clients: Map<string, Stream>, client: string): void {
  clients.get(client)?.close(1000, 'replaced by a newer connection');
  clients.delete(client);
}

function typing(
  conversationId: string,
  clock: Clock,
  name: string | undefined,
): Parameters<Stream['pass']>[0] {
  return {
    type: 'typing',
    id: `${entryId(conversationId, 0)}-${clock.newId()}`,
    timestamp: new Date(clock.now()),
    channelId: 'directline',
    conversation: { id: conversationId, isGroup: false, conversationType: '', name: '' },
    from: { id: 'clinician', name: name ?? '', role: 'bot' },
  };
}
