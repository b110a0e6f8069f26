import type { AnswerValue, Message, Outcome } from '../../dialogs';

/** Who wrote an entry of the log. */
export type Author =
  | { readonly role: 'person'; readonly id: string; readonly name?: string }
  | { readonly role: 'bot' }
  | { readonly role: 'clinician'; readonly name: string };

/** A file that a person sent. `id` names its content in the store of uploads. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What an entry holds. Channels give it the form of an activity when it is read. */
export type LogBody =
  /** The person's words, or a button: then `value` is set and `text` is the button's title. */
  | {
      readonly type: 'said';
      readonly text: string;
      readonly value?: { readonly question: string; readonly answer: AnswerValue };
      readonly attachments?: readonly Attachment[];
      /** Whatever the channel wants back with the echo, such as `clientActivityID`. */
      readonly channelData?: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'relay'; readonly text: string }
  | { readonly type: 'outcome'; readonly outcome: Outcome }
  | {
      readonly type: 'handoffInitiated';
      readonly caseId: string;
      /** Null when nothing was assessed before the person asked for a clinician. */
      readonly tier: Outcome['tier'] | null;
      readonly outcome: Outcome;
      readonly reason: string;
    }
  | {
      readonly type: 'handoffStatus';
      readonly state: 'accepted' | 'failed' | 'completed';
      readonly message: string;
    }
  | { readonly type: 'queued'; readonly position: number; readonly estimatedMinutes: number }
  /** Shown at the desk only. */
  | { readonly type: 'alert'; readonly flags: Outcome['flags'] };

/** One entry of a conversation's log. `seq` counts from 1 without gaps; it is the watermark. */
export interface LogEntry {
  readonly seq: number;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly author: Author;
  /** The id of the input that caused it, for entries of a turn. */
  readonly inputId: string;
  readonly body: LogBody;
}

/** The id of an entry follows from its place, so that it is the same whenever it is read. */
export function entryId(conversationId: string, seq: number): string {
  return `${conversationId}|${String(seq).padStart(7, '0')}`;
}
