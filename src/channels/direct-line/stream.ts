import type { WebSocket } from 'ws';
import type { Conversations } from '../../ports/conversations';
import type { Logger } from '../../ports/logger';
import type { ActivitySets } from './activity-sets';
import type { OutgoingActivity } from '../render/outgoing-activity';

/** One client's socket. */
export interface Stream {
  /** Sends what the log has and the client has not, in order. Never rejects. */
  forward(): Promise<void>;
  /** Sends something that is kept nowhere, such as typing. */
  pass(activity: Omit<OutgoingActivity, 'recipient'>): void;
  /** Ends a socket that did not answer the last time; else asks again whether it is there. */
  keepAlive(): void;
  close(code: number, reason?: string): void;
}

export function createStream(
  socket: WebSocket,
  start: { readonly conversationId: string; readonly after: number; readonly base: string },
  parts: {
    readonly conversations: Conversations;
    readonly activitySets: ActivitySets;
    readonly logger: Logger;
  },
): Stream {
  const { conversations, activitySets, logger } = parts;
  let lastSeq = start.after;
  let reading = false;
  /** Something may have come while reading. */
  let again = false;
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('error', () => socket.terminate());

  const send = (set: object): Promise<void> =>
    new Promise((resolve, reject) => {
      socket.send(JSON.stringify(set), (error) => (error ? reject(error) : resolve()));
    });

  /** False when the client has everything. */
  const sendNext = async (): Promise<boolean> => {
    const conversation = await conversations.find(start.conversationId);
    if (conversation && conversation.lastSeq > lastSeq) {
      const set = await activitySets.after(conversation, lastSeq, start.base);
      const { activities, watermark } = set;
      if (activities.length > 0) {
        await send({ activities, watermark });
        lastSeq = set.lastSeq;
        return true;
      }
      lastSeq = set.lastSeq;
    }
    if (!conversation || conversation.erased) socket.close(1000, 'the conversation has ended');
    return false;
  };

  return {
    async forward() {
      again = true;
      if (reading) return;
      reading = true;
      try {
        while (again && socket.readyState === socket.OPEN) {
          again = false;
          again = (await sendNext()) || again;
        }
      } catch (error) {
        // A client that went away meanwhile is no fault; anything else it finds out by coming back.
        if (socket.readyState === socket.OPEN) {
          logger.error({ err: error }, 'a stream broke off');
          socket.close(1011);
        }
      } finally {
        reading = false;
      }
    },
    pass(activity) {
      if (socket.readyState === socket.OPEN)
        socket.send(JSON.stringify({ activities: [activity] }));
    },
    keepAlive() {
      if (!answered) return socket.terminate();
      answered = false;
      socket.ping();
      // Clients ignore an empty frame; it keeps proxies from closing the socket.
      socket.send('');
    },
    close(code, reason) {
      socket.close(code, reason);
    },
  };
}
