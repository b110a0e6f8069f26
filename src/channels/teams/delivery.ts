import type { Activity } from 'botbuilder';
import type { Conversation, Conversations } from '../../ports/conversations';
import type { LogEntry } from '../../ports/log';
import type { BotAdapter } from './bot-adapter';
import { ConnectorFailure } from './connector';
import type { Send } from './courier';
import { addressedActivities, inTurn, needsTranscript } from './outgoing';
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
    const followed = await isFollowed(conversation.id, entry);
    return addressedActivities(entry, conversation, reference, { followed, transcript });
  }

  /** Clients show the suggested actions of the last message only, so that others need a card. */
  async function isFollowed(id: string, { seq, inputId, body }: LogEntry): Promise<boolean> {
    if (body.type !== 'message' || !body.message.suggestions) return false;
    const [next] = await conversations.log(id, seq, 1);
    return next?.inputId === inputId && next.body.type === 'message';
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
        for (const activity of activities.flatMap(inTurn)) {
          const [response] = await adapter.sendActivities(context, [activity]);
          sentId = response?.id === '' ? undefined : response?.id;
        }
      });
      return sentId;
    },
  };
}
