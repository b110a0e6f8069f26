import type { Activity } from 'botbuilder';
import type { Conversation, Conversations } from '../../ports/conversations';
import type { LogEntry } from '../../ports/log';
import type { BotAdapter } from './bot-adapter';
import { ConnectorFailure } from './connector';
import type { Send } from './courier';
import { addressedActivities, needsTranscript } from './outgoing';
import { type Reference, readReference } from './places';

/** Gives entries of the log the form in which a channel takes them, and sends them. */
export interface Delivery {
  readonly send: Send;
  activitiesOf(
    entry: LogEntry,
    conversation: Conversation,
    reference: Reference,
  ): Promise<readonly Partial<Activity>[]>;
}

const pageSize = 100;

export function createDelivery(conversations: Conversations, adapter: BotAdapter): Delivery {
  async function activitiesOf(
    entry: LogEntry,
    conversation: Conversation,
    reference: Reference,
  ): Promise<readonly Partial<Activity>[]> {
    const transcript = needsTranscript(entry, reference)
      ? await everythingBefore(conversation.id, entry.seq)
      : [];
    return addressedActivities(entry, conversation, reference, transcript);
  }

  async function everythingBefore(id: string, seq: number): Promise<readonly LogEntry[]> {
    const entries: LogEntry[] = [];
    for (;;) {
      const after = entries.at(-1)?.seq ?? 0;
      const page = await conversations.log(id, after, Math.min(pageSize, seq - 1 - after));
      entries.push(...page);
      if (page.length < pageSize || after + page.length >= seq - 1) return entries;
    }
  }

  return {
    activitiesOf,
    async send({ conversationId, entry }) {
      const conversation = await conversations.find(conversationId);
      const reference = readReference(conversation?.reference);
      // Erased meanwhile: there is nobody to write to any more.
      if (!conversation || !reference) throw new ConnectorFailure(410, null);
      const activities = await activitiesOf(entry, conversation, reference);
      let sentId: string | undefined;
      if (activities.length === 0) return sentId;
      await adapter.speakIn(reference, async (context) => {
        for (const activity of activities) {
          const [response] = await adapter.sendActivities(context, [activity]);
          sentId = response?.id === '' ? undefined : response?.id;
        }
      });
      return sentId;
    },
  };
}
