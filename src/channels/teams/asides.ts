import type { Logger } from '../../ports/logger';
import type { BotAdapter } from './bot-adapter';
import type { SayAside } from './bot';
import { referenceOf } from './meeting';
import { readReference } from './places';

export interface Asides {
  readonly say: SayAside;
  /** Resolves when everything that was said has been sent, or has failed. */
  idle(): Promise<void>;
}

/** Words outside of any stored conversation: sent once, without waiting, and kept nowhere. */
export function createAsides(adapter: BotAdapter, logger: Logger): Asides {
  const pending = new Set<Promise<void>>();

  return {
    say(activity, context, text) {
      const reference = readReference(referenceOf(activity));
      if (!reference) return;
      const { channelId, conversation, user: recipient, bot: from } = reference;
      const message = {
        type: 'message',
        text,
        textFormat: 'markdown',
        channelId,
        conversation,
        recipient,
        ...(from ? { from } : {}),
        ...(activity.id ? { replyToId: activity.id } : {}),
      };
      if (activity.deliveryMode === 'expectReplies') {
        context.bufferedReplyActivities.push(message);
        return;
      }
      const sending = adapter
        .speakIn(reference, async (own) => {
          await adapter.sendActivities(own, [message]);
        })
        .catch(() => logger.warn({ channelId }, 'a notice could not be sent'))
        .finally(() => pending.delete(sending));
      pending.add(sending);
    },
    async idle() {
      await Promise.allSettled(pending);
    },
  };
}
