import type { LogEntry } from './log';

/** An entry of the log that has to be pushed to a channel. */
export interface OutboxItem {
  readonly conversationId: string;
  readonly seq: number;
  /** How often it was tried in vain. */
  readonly attempts: number;
  readonly entry: LogEntry;
}

/**
 * What has to be pushed to channels that do not fetch (all but Direct Line). Written in the commit of the
 * turn; delivered at least once and in order within a conversation, when one worker at a time takes a
 * conversation, and asks for the next item after it settled the one before.
 */
export interface Outbox {
  /** Conversations that have something due, the longest waiting first. */
  conversationsDue(limit: number): Promise<readonly string[]>;
  /** Undelivered items in order; none while the first of them has to wait for its retry. */
  take(conversationId: string, limit: number): Promise<readonly OutboxItem[]>;
  /** `sentId` is the channel's id of the activity, kept so that a card can be replaced later. */
  delivered(conversationId: string, seq: number, sentId?: string): Promise<void>;
  /** Tries again at `nextAt` (ISO 8601); the items behind it wait as well. */
  failed(conversationId: string, seq: number, nextAt: string): Promise<void>;
  /** Never tries again; the items behind it go on. */
  giveUp(conversationId: string, seq: number): Promise<void>;
  /** The channel's id of an entry that was delivered. */
  sentId(conversationId: string, seq: number): Promise<string | null>;
}
