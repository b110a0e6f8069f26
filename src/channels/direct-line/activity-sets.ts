import type { Conversation, Conversations } from '../../ports/conversations';
import { entryId, type LogEntry } from '../../ports/log';
import { renderEntry } from '../render';
import type { OutgoingActivity } from '../render/outgoing-activity';
import type { Addresses } from './addresses';

/** Entries read at once. */
const pageSize = 100;

/** A page of the log as clients get it. */
export interface ActivitySet {
  readonly activities: readonly OutgoingActivity[];
  readonly watermark: string;
}

export interface ActivitySets {
  /**
   * What comes after a position, a page at a time. Empty only at the end of the log: pages that a client
   * sees nothing of are passed over.
   */
  after(conversation: Conversation, seq: number, base: string): Promise<ReadSet>;
}

export interface ReadSet extends ActivitySet {
  readonly lastSeq: number;
}

export function createActivitySets(
  conversations: Conversations,
  addresses: Addresses,
): ActivitySets {
  return {
    async after(conversation, seq, base) {
      let lastSeq = seq;
      for (;;) {
        const entries = await conversations.log(conversation.id, lastSeq, pageSize);
        lastSeq = entries.at(-1)?.seq ?? lastSeq;
        const activities = await render(entries, conversation, base);
        if (activities.length > 0 || entries.length === 0) {
          return { activities, watermark: String(lastSeq), lastSeq };
        }
      }
    },
  };

  async function render(
    entries: readonly LogEntry[],
    conversation: Conversation,
    base: string,
  ): Promise<readonly OutgoingActivity[]> {
    const { id, userId, userName, locale } = conversation;
    const saidBy = new Map<string, string>();
    const activities: OutgoingActivity[] = [];
    for (const [index, entry] of entries.entries()) {
      const replyToId = saidBy.get(entry.inputId);
      activities.push(
        ...renderEntry(entry, {
          conversationId: id,
          channelId: 'directline',
          locale,
          person: { id: userId, ...(userName === undefined ? {} : { name: userName }) },
          attachmentUrl: (attachment) => addresses.attachment(base, id, attachment.id),
          ...(replyToId === undefined ? {} : { replyToId }),
          followed: entries.slice(index + 1).some((later) => isMoreOf(entry, later)),
          ...(entry.body.type === 'handoffInitiated'
            ? { transcript: await everythingBefore(id, entry.seq) }
            : {}),
        }),
      );
      if (entry.author.role === 'person') saidBy.set(entry.inputId, entryId(id, entry.seq));
    }
    return activities;
  }

  async function everythingBefore(id: string, seq: number): Promise<readonly LogEntry[]> {
    const entries: LogEntry[] = [];
    for (;;) {
      const page = await conversations.log(id, entries.at(-1)?.seq ?? 0, pageSize);
      entries.push(...page.filter((entry) => entry.seq < seq));
      if (page.length === 0 || (page.at(-1)?.seq ?? seq) >= seq - 1) return entries;
    }
  }
}

function isMoreOf(entry: LogEntry, later: LogEntry): boolean {
  return later.inputId === entry.inputId && later.body.type === 'message';
}
