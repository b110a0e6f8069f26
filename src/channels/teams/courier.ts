import { createLanes } from '../../conversation/lanes';
import { later } from '../../conversation/system-clock';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import type { Outbox, OutboxItem } from '../../ports/outbox';
import { ConnectorFailure } from './connector';

/** Sends one item; returns the channel's id of it, if it gave one. Throws `ConnectorFailure`. */
export type Send = (item: OutboxItem) => Promise<string | undefined>;

export interface Courier {
  /** Sends what is due in a conversation, after what is being sent. */
  wake(conversationId: string): void;
  /** Keeps the courier out of a conversation while `work` runs. */
  hold<T>(conversationId: string, work: () => Promise<T>): Promise<T>;
  /** Wakes every conversation that has something due. */
  sweep(): Promise<void>;
  /** Ends after the items being sent; the others stay due. */
  stop(): Promise<void>;
}

const batch = 20;
const conversationsAtOnce = 50;
/** After that many failures in vain, some nine minutes, words have come too late to be of use. */
const mostAttempts = 12;
const longestWaitSeconds = 60;

/** Carries the outbox to its channels: in order, one sender a conversation, again when it failed. */
export function createCourier(parts: {
  readonly outbox: Outbox;
  readonly send: Send;
  readonly clock: Clock;
  readonly logger: Logger;
}): Courier {
  const { outbox, send, clock, logger } = parts;
  const lanes = createLanes();
  const awake = new Set<string>();
  let stopped = false;

  async function drain(conversationId: string): Promise<void> {
    for (;;) {
      const items = await outbox.take(conversationId, batch);
      if (items.length === 0) return;
      for (const item of items) if (stopped || !(await carry(item))) return;
    }
  }

  /** False when the items behind this one have to wait. */
  async function carry(item: OutboxItem): Promise<boolean> {
    const { conversationId, seq, attempts } = item;
    try {
      const sentId = await send(item);
      await outbox.delivered(conversationId, seq, sentId);
      return true;
    } catch (thrown) {
      const failure = thrown instanceof ConnectorFailure ? thrown : null;
      const fields = { conversationId, seq, attempts, status: failure?.status ?? null };
      // What is not the channel's fault is a fault of ours, and the log has to say which.
      const cause = failure ? {} : { err: thrown };
      if (isFinal(failure) || attempts + 1 >= mostAttempts) {
        logger.error({ ...fields, ...cause }, 'an activity could not be delivered');
        await outbox.giveUp(conversationId, seq);
        return true;
      }
      logger.warn({ ...fields, ...cause }, 'an activity is sent again later');
      await outbox.failed(conversationId, seq, later(clock.now(), waitSeconds(failure, attempts)));
      return false;
    }
  }

  function wake(conversationId: string): void {
    if (stopped || awake.has(conversationId)) return;
    awake.add(conversationId);
    lanes
      .run(conversationId, () => {
        awake.delete(conversationId);
        return drain(conversationId);
      })
      .catch((error: unknown) => logger.error({ err: error }, 'the outbox could not be read'));
  }

  return {
    wake,
    hold: (conversationId, work) => lanes.run(conversationId, work),
    async sweep() {
      for (const id of await outbox.conversationsDue(conversationsAtOnce)) wake(id);
    },
    async stop() {
      stopped = true;
      await lanes.idle();
    },
  };
}

/** The person blocked the bot, the conversation is gone, or the channel will never take this activity. */
function isFinal(failure: ConnectorFailure | null): boolean {
  const status = failure?.status ?? null;
  if (status === null || status < 400 || status >= 500) return false;
  return ![401, 408, 409, 412, 423, 425, 429].includes(status);
}

function waitSeconds(failure: ConnectorFailure | null, attempts: number): number {
  return Math.max(failure?.retryAfterSeconds ?? 0, Math.min(longestWaitSeconds, 2 ** attempts));
}
