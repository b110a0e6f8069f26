import type { Clock } from '../ports/clock';
import type { Conversation, Incoming } from '../ports/conversations';
import { type Author, entryId, type LogBody, type LogEntry } from '../ports/log';
import type { Metrics } from '../ports/metrics';
import type { ConversationKey, StoreUnit } from '../ports/store';

/** What a turn is about to commit. */
export interface TurnDraft {
  readonly unit: StoreUnit;
  readonly key: ConversationKey;
  readonly conversation: Conversation;
  readonly incoming: Incoming;
  readonly now: string;
  readonly clock: Clock;
  readonly entries: LogEntry[];
  /** Done when the turn has been committed, and never when it failed. */
  readonly counts: ((metrics: Metrics) => void)[];
  /** A case was opened, changed or closed: desks look again. */
  casesChanged: boolean;
  /** The order of the waiting may be another one now. */
  queueChanged: boolean;
  erased: boolean;
}

/** Adds an entry to the log of the turn. */
export function write(draft: TurnDraft, author: Author, body: LogBody): LogEntry {
  const seq = draft.conversation.lastSeq + draft.entries.length + 1;
  const entry: LogEntry = {
    seq,
    id: entryId(draft.conversation.id, seq),
    at: draft.now,
    author,
    inputId: draft.incoming.id,
    body,
  };
  draft.entries.push(entry);
  return entry;
}
