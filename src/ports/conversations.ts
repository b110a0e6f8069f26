import type { Input } from '../../dialogs';
import type { Attachment, LogEntry } from './log';

/** The ways in which people reach us. `azure` is every Bot Framework channel that is not Teams. */
export type ChannelKind = 'directline' | 'teams' | 'azure';

export interface NewConversation {
  /** Unguessable; on Bot Framework channels a hash of the channel and the conversation's id there. */
  readonly id: string;
  readonly channel: ChannelKind;
  readonly userId: string;
  readonly userName?: string;
  readonly locale: string;
  readonly region: string;
  /** What a channel needs to write to the person later (a Bot Framework conversation reference). JSON. */
  readonly reference?: unknown;
}

export interface Conversation extends NewConversation {
  readonly createdAt: string;
  readonly lastSeq: number;
  /** Erased conversations keep this row and nothing else. */
  readonly erased: boolean;
}

/** An input with what makes it unique: the channel's activity id or `clientActivityID`. */
export interface Incoming {
  readonly id: string;
  readonly input: Input;
  /**
   * The answers go back in the reply to the very request that brought this, and are not pushed. Whoever
   * gets no reply sends it again, and finds them stored.
   */
  readonly answeredInReply?: boolean;
  /** What the log shows for a button, and what the channel wants echoed. */
  readonly shown?: {
    readonly text?: string;
    readonly attachments?: readonly Attachment[];
    readonly channelData?: Readonly<Record<string, unknown>>;
  };
}

/** What a turn wrote. A repeated input finds what it wrote the first time. */
export interface Turn {
  readonly repeated: boolean;
  /** The entry of the person's own words; null for inputs that nobody said. */
  readonly received: LogEntry | null;
  readonly answers: readonly LogEntry[];
}

/** The one door through which anything happens to a conversation. */
export interface Conversations {
  /** Stores it unless it is there. Never contacts anybody; the `joined` input makes the bot speak. */
  open(conversation: NewConversation): Promise<Conversation>;
  find(id: string): Promise<Conversation | null>;
  /** Replaces the stored reference (Teams may change its service URL). */
  rememberReference(id: string, reference: unknown): Promise<void>;
  /**
   * Takes one turn: serialised within the conversation, one transaction, at most once for each input id.
   * Throws `AppError` `conversation-not-found`.
   */
  takeTurn(conversationId: string, incoming: Incoming): Promise<Turn>;
  /** Entries after `afterSeq`, oldest first, at most `limit`. */
  log(conversationId: string, afterSeq: number, limit: number): Promise<readonly LogEntry[]>;
  keepUpload(conversationId: string, attachment: Attachment, content: Buffer): Promise<void>;
  upload(
    conversationId: string,
    attachmentId: string,
  ): Promise<{ attachment: Attachment; content: Buffer } | null>;
}
