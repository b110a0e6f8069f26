import type { Envelope, Outcome, TimerName } from '../../dialogs';
import type { Case, CaseStatus } from './cases';
import type { Conversation, NewConversation } from './conversations';
import type { Attachment, LogEntry } from './log';
import type { OutboxItem } from './outbox';

/** What names a conversation inside the store; never shown outside. */
export type ConversationKey = number;

/** A conversation as a turn finds it. */
export interface OpenedTurn {
  readonly key: ConversationKey;
  readonly conversation: Conversation;
  /** Null at the beginning, and after everything was erased. */
  readonly envelope: Envelope | null;
  /** Where the answers are when this input was seen before. */
  readonly answered: { readonly firstSeq: number; readonly lastSeq: number } | null;
}

export interface TurnRecord {
  readonly inputId: string;
  readonly at: string;
  readonly firstSeq: number;
  /** `firstSeq - 1` when the turn wrote nothing. */
  readonly lastSeq: number;
  readonly envelope: Envelope | null;
}

export interface ConversationRows {
  /** Stores it unless it is there; one that was erased gets its person back. */
  open(conversation: NewConversation, now: string): Promise<Conversation>;
  find(id: string): Promise<Conversation | null>;
  key(id: string): Promise<ConversationKey | null>;
  /** Locks the conversation until the transaction ends. */
  beginTurn(id: string, inputId: string): Promise<OpenedTurn | null>;
  endTurn(key: ConversationKey, turn: TurnRecord): Promise<void>;
  setReference(id: string, reference: unknown): Promise<boolean>;
  /**
   * Deletes all that is stored, except the entries from `farewellSeq` on, which the person's client has
   * still to fetch, and what is needed to send them. `Store.purgeErased` deletes these after `purgeAt`.
   */
  erase(key: ConversationKey, farewellSeq: number, now: string, purgeAt: string): Promise<void>;
}

export interface LogRows {
  append(key: ConversationKey, entries: readonly LogEntry[]): Promise<void>;
  /** Oldest first. */
  range(
    conversationId: string,
    afterSeq: number,
    limit: number,
    lastSeq?: number,
  ): Promise<readonly LogEntry[]>;
}

/** A case with what the queue needs to know beside it. */
export interface QueuedCase extends Case {
  /** Grows with every change. */
  readonly revision: number;
  readonly toldPosition: number | null;
  readonly toldMinutes: number | null;
}

export interface NewCase {
  readonly id: string;
  readonly key: ConversationKey;
  readonly tier: Outcome['tier'] | null;
  readonly reason: string;
  readonly outcome: Outcome;
  readonly openedAt: string;
  readonly personName: string | null;
  readonly channel: string;
}

export interface CaseChange {
  readonly status?: CaseStatus;
  readonly tier?: Outcome['tier'] | null;
  readonly outcome?: Outcome;
  readonly claimedBy?: string | null;
  readonly claimedAt?: string | null;
  readonly closedAt?: string | null;
  readonly note?: string | null;
  readonly toldPosition?: number | null;
  readonly toldMinutes?: number | null;
}

export interface CaseRows {
  insert(fresh: NewCase): Promise<void>;
  find(id: string): Promise<QueuedCase | null>;
  /** The one that waits or is claimed. */
  openOf(key: ConversationKey): Promise<QueuedCase | null>;
  /** By tier, then by waiting time. */
  waiting(): Promise<readonly QueuedCase[]>;
  claimedBy(clinician: string): Promise<readonly QueuedCase[]>;
  /** Changes it only while `where` still holds; false when it does not. */
  change(
    id: string,
    where: {
      readonly status: CaseStatus;
      readonly claimedBy?: string;
      readonly revision?: number;
    },
    change: CaseChange,
  ): Promise<boolean>;
  /** How long the last ones took from claim to end, newest first. */
  recentHandling(
    limit: number,
  ): Promise<readonly { readonly claimedAt: string; readonly closedAt: string }[]>;
}

export interface DueTimer {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
  readonly attempts: number;
}

export interface TimerRows {
  /** One of a name in a conversation: setting it again moves it. */
  set(key: ConversationKey, name: TimerName, id: string, dueAt: string): Promise<void>;
  remove(key: ConversationKey, name: string): Promise<void>;
  /** Removes it when it is still this one; false when it was removed or set anew meanwhile. */
  take(key: ConversationKey, name: string, id: string): Promise<boolean>;
  due(now: string, limit: number): Promise<readonly DueTimer[]>;
  /** Counts a try in vain. Nothing happens when it was removed or set anew meanwhile. */
  postpone(timer: DueTimer, dueAt: string): Promise<void>;
  drop(timer: DueTimer): Promise<void>;
}

export interface OutboxRows {
  put(key: ConversationKey, seqs: readonly number[], now: string): Promise<void>;
  conversationsDue(now: string, limit: number): Promise<readonly string[]>;
  pending(
    conversationId: string,
    now: string,
    limit: number,
  ): Promise<readonly Omit<OutboxItem, 'entry'>[]>;
  settle(
    conversationId: string,
    seq: number,
    status: 'delivered' | 'given-up',
    sentId: string | null,
  ): Promise<void>;
  retry(conversationId: string, seq: number, nextAt: string): Promise<void>;
  sentId(conversationId: string, seq: number): Promise<string | null>;
}

export interface UploadRows {
  put(key: ConversationKey, attachment: Attachment, content: Buffer, now: string): Promise<void>;
  find(
    conversationId: string,
    attachmentId: string,
  ): Promise<{ readonly attachment: Attachment; readonly content: Buffer } | null>;
}

/** Every table, either inside one transaction or each call for itself. */
export interface StoreUnit {
  readonly conversations: ConversationRows;
  readonly log: LogRows;
  readonly cases: CaseRows;
  readonly timers: TimerRows;
  readonly outbox: OutboxRows;
  readonly uploads: UploadRows;
}

/** Where everything is kept. */
export interface Store extends StoreUnit {
  /**
   * All of `work` or nothing; durable when it resolves. `work` uses the unit that it gets and waits for
   * nothing but that unit.
   */
  transaction<T>(work: (unit: StoreUnit) => Promise<T>): Promise<T>;
  /** Deletes what `erase` left and what is due, also from the files. Returns how many conversations. */
  purgeErased(now: string, limit: number): Promise<number>;
  /** Rejects when the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
