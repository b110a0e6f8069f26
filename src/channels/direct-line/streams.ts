import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Clock } from '../../ports/clock';
import type { Conversation, Conversations } from '../../ports/conversations';
import { AppError, toAppError } from '../../ports/errors';
import type { UpgradeHandler } from '../../ports/http';
import type { Logger } from '../../ports/logger';
import type { Metrics } from '../../ports/metrics';
import { entryId } from '../../ports/log';
import type { Signals } from '../../ports/signals';
import { noSuchConversation, requireOrigin } from './access';
import type { ActivitySets } from './activity-sets';
import type { StreamClaims, Tokens } from './tokens';

/** A missed signal costs this much delay. */
const pollMs = 5_000;
/** Tabs in which somebody has the same conversation open. */
const mostClients = 5;
/** Below the idle limits of usual proxies. */
const keepAliveMs = 15_000;
const streamPath = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

interface Stream {
  readonly socket: WebSocket;
  readonly conversationId: string;
  readonly base: string;
  /** The client has everything up to here. */
  lastSeq: number;
  reading: boolean;
  /** Something may have come while reading. */
  again: boolean;
  answersPings: boolean;
}

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
}): { readonly upgrade: UpgradeHandler; close(): void } {
  const { conversations, activitySets, tokens, signals, clock, logger } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  /** By conversation, then by client, the oldest first. */
  const streams = new Map<string, Map<string, Stream>>();
  const all = (): Stream[] => [...streams.values()].flatMap((clients) => [...clients.values()]);

  const unsubscribe = signals.subscribe((signal) => {
    if (signal.type === 'cases') return;
    for (const stream of streams.get(signal.conversationId)?.values() ?? []) {
      if (signal.type === 'appended') void forward(stream);
      else if (signal.who === 'clinician') void sendTyping(stream, signal.name);
    }
  });
  const poll = setInterval(() => {
    for (const stream of all()) void forward(stream);
  }, pollMs);
  const keepAlive = setInterval(() => {
    for (const stream of all()) {
      if (!stream.answersPings) {
        stream.socket.terminate();
        continue;
      }
      stream.answersPings = false;
      stream.socket.ping();
      // Clients ignore an empty frame; it keeps proxies from closing the socket.
      stream.socket.send('');
    }
  }, keepAliveMs);
  poll.unref();
  keepAlive.unref();

  return {
    upgrade(request, socket, head) {
      const url = URL.canParse(request.url ?? '', 'http://localhost')
        ? new URL(request.url ?? '', 'http://localhost')
        : null;
      const conversationId = streamPath.exec(url?.pathname ?? '')?.[1];
      if (!url || conversationId === undefined) return false;
      void accept(request, socket, head, conversationId, url.searchParams.get('t'));
      return true;
    },
    close() {
      unsubscribe();
      clearInterval(poll);
      clearInterval(keepAlive);
      for (const { socket } of all()) socket.close(1001);
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
      if (claims.conv !== conversation.id)
        throw new AppError('forbidden', 'Not this conversation.');
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

  function open(socket: WebSocket, conversation: Conversation, claims: StreamClaims): void {
    const stream: Stream = {
      socket,
      conversationId: conversation.id,
      base: claims.base,
      lastSeq: claims.after,
      reading: false,
      again: false,
      answersPings: true,
    };
    const clients = streams.get(conversation.id) ?? new Map<string, Stream>();
    streams.set(conversation.id, clients);
    // The old socket may not know yet that it is dead.
    replace(clients, claims.client);
    const [oldest] = clients.keys();
    if (clients.size >= mostClients && oldest !== undefined) replace(clients, oldest);
    clients.set(claims.client, stream);
    parts.metrics?.sockets('directline', 1);
    socket.on('pong', () => {
      stream.answersPings = true;
    });
    socket.on('error', () => socket.terminate());
    socket.once('close', () => {
      if (clients.get(claims.client) === stream) clients.delete(claims.client);
      if (clients.size === 0 && streams.get(conversation.id) === clients) {
        streams.delete(conversation.id);
      }
      parts.metrics?.sockets('directline', -1);
    });
    void forward(stream);
  }

  /** Sends what the log has and the client has not, in order, one reader at a time. */
  async function forward(stream: Stream): Promise<void> {
    stream.again = true;
    if (stream.reading) return;
    stream.reading = true;
    try {
      while (stream.again && stream.socket.readyState === stream.socket.OPEN) {
        stream.again = false;
        const conversation = await conversations.find(stream.conversationId);
        if (!conversation) return stream.socket.close(1000);
        const set = await activitySets.after(conversation, stream.lastSeq, stream.base);
        if (set.activities.length > 0) {
          await send(stream, { activities: set.activities, watermark: set.watermark });
          stream.again = true;
        } else if (conversation.erased) {
          stream.socket.close(1000);
        }
        stream.lastSeq = set.lastSeq;
      }
    } catch (error) {
      logger.error({ err: error }, 'a stream broke off');
      stream.socket.close(1011);
    } finally {
      stream.reading = false;
    }
  }

  async function sendTyping(stream: Stream, name: string | undefined): Promise<void> {
    const { conversationId } = stream;
    const typing = {
      type: 'typing',
      id: `${entryId(conversationId, 0)}-${clock.newId()}`,
      timestamp: clock.now(),
      channelId: 'directline',
      conversation: { id: conversationId },
      from: { id: 'clinician', name: name ?? '', role: 'bot' },
    };
    await send(stream, { activities: [typing] }).catch(() => stream.socket.terminate());
  }
}

function replace(clients: Map<string, Stream>, client: string): void {
  clients.get(client)?.socket.close(1000, 'replaced by a newer connection');
  clients.delete(client);
}

function send(stream: Stream, set: object): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.socket.send(JSON.stringify(set), (error) => (error ? reject(error) : resolve()));
  });
}
