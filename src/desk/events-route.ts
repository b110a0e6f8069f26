import type { Cases } from '../ports/cases';
import type { Conversations } from '../ports/conversations';
import { toAppError } from '../ports/errors';
import type { HttpRequest, Route } from '../ports/http';
import type { Logger } from '../ports/logger';
import type { Signals } from '../ports/signals';
import { createEventStream } from './event-stream';
import { parsePositions } from './positions';
import type { Session, Sessions } from './sessions';
import type { Names } from './summary';

const heartbeatMs = 15_000;

interface Open {
  readonly tokenHash: string;
  readonly end: () => void;
}

/** The pages that listen. A page whose session ends is cut off at once, or with the next heartbeat. */
export interface Events {
  readonly route: Route;
  endSession(tokenHash: string): void;
  close(): void;
}

const lastEventId = (request: HttpRequest): string => {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' ? header : '';
};

export function createEvents(options: {
  readonly cases: Cases;
  readonly conversations: Conversations;
  readonly signals: Signals;
  readonly sessions: Sessions;
  readonly names: Names;
  readonly logger: Logger;
}): Events {
  const { cases, conversations, signals, sessions, names, logger } = options;
  const all = new Set<Open>();

  const listen = (
    session: Session,
    request: HttpRequest,
    write: (chunk: string) => void,
    end: () => void,
  ): (() => void) => {
    const failed = (error: unknown): void => {
      logger.error({ error: toAppError(error).code }, 'A stream of the desk failed.');
      end();
    };
    write('retry: 1500\n\n');
    const stream = createEventStream({
      clinician: session.name,
      cases,
      conversations,
      names,
      resumeFrom: parsePositions(lastEventId(request)),
      write,
      fail: failed,
    });
    const unsubscribe = signals.subscribe((signal) => stream.hear(signal));
    const beat = async (): Promise<void> => {
      if (await sessions.isOpen(session)) write(': still here\n\n');
      else end();
    };
    const heartbeat = setInterval(() => void beat().catch(failed), heartbeatMs).unref();
    const open: Open = { tokenHash: session.tokenHash, end };
    all.add(open);
    return () => {
      all.delete(open);
      clearInterval(heartbeat);
      unsubscribe();
    };
  };

  return {
    route: {
      method: 'GET',
      path: '/desk/api/events',
      handle: async (request) => {
        const session = await sessions.require(request);
        return {
          status: 200,
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            'x-accel-buffering': 'no',
          },
          stream: (write, end) => listen(session, request, write, end),
        };
      },
    },
    endSession(tokenHash) {
      for (const open of all) if (open.tokenHash === tokenHash) open.end();
    },
    close() {
      for (const open of all) open.end();
    },
  };
}
