import type { Clock } from '../ports/clock';
import type { Conversations } from '../ports/conversations';
import type { Logger } from '../ports/logger';
import type { DueTimer, Store } from '../ports/store';

export interface Timers {
  /** Fires what is due now, and deletes what erased conversations left. */
  poll(): Promise<void>;
  start(): void;
  /** No poll begins after this; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

const atOnce = 100;
const mostAttempts = 5;

/**
 * Fires due timers as inputs of their conversation. A timer is a row that its turn removes in its own
 * transaction: it fires once, and a process that dies while firing leaves it for the next.
 */
export function createTimers(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly everyMilliseconds?: number;
}): Timers {
  const { store, conversations, clock, logger, everyMilliseconds = 1000 } = parts;
  let stopped = false;
  let handle: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();

  async function poll(): Promise<void> {
    const due = await store.timers.due(clock.now(), atOnce);
    await Promise.all(due.map(fire));
    await store.purgeErased(clock.now(), atOnce);
  }

  async function fire(timer: DueTimer): Promise<void> {
    try {
      await conversations.takeTurn(timer.conversationId, {
        id: timer.id,
        input: { type: 'timer', name: timer.name },
      });
    } catch (error) {
      const attempts = timer.attempts + 1;
      logger.error({ err: error, timer: timer.name, attempts }, 'a timer failed');
      if (attempts >= mostAttempts) await store.timers.drop(timer);
      else await store.timers.postpone(timer, backOff(clock.now(), attempts));
    }
  }

  function next(): void {
    handle = setTimeout(() => {
      polling = pollAgain();
    }, everyMilliseconds);
  }

  async function pollAgain(): Promise<void> {
    try {
      await poll();
    } catch (error) {
      logger.error({ err: error }, 'due timers could not be read');
    }
    if (!stopped) next();
  }

  return {
    poll,
    start: next,
    async stop() {
      stopped = true;
      clearTimeout(handle);
      await polling;
    },
  };
}

/** After 10, 40, 90, 160 seconds. */
function backOff(now: string, attempts: number): string {
  return new Date(Date.parse(now) + attempts * attempts * 10_000).toISOString();
}
