import type { Activity } from 'botbuilder';
import type { Attachment, LogEntry } from '../../ports/log';

/** An activity on its way to a client. What every client needs is always there. */
export type OutgoingActivity = Partial<Activity> &
  Pick<Activity, 'type' | 'id' | 'from' | 'conversation' | 'channelId'> & {
    readonly timestamp: Date;
  };

/** What a client can show: Web Chat's buttons and cards, those of Teams, or little more than words. */
export type Form = 'web' | 'teams' | 'plain';

/** Where an entry of the log is shown. */
export interface RenderPlace {
  readonly conversationId: string;
  readonly channelId: string;
  /** `web` when left out. */
  readonly form?: Form;
  /** BCP 47. */
  readonly locale: string;
  readonly person: { readonly id: string; readonly name?: string };
  /** Where the person's client fetches a file that was sent. */
  readonly attachmentUrl: (attachment: Attachment) => string;
  /** The id under which the client knows the message that caused an entry; left out when unsure. */
  readonly replyToId?: string;
  /** The bot says more in the same turn: clients show suggested actions of the last message only. */
  readonly followed?: boolean;
  /** What was said before, attached to `handoff.initiate`. */
  readonly transcript?: readonly LogEntry[];
}

/** The account under which the bot speaks. */
export const botAccount = { id: 'lumbar', name: 'Lumbar', role: 'bot' } as const;

/** What all activities of one entry have in common. */
export function envelopeOf(
  entry: LogEntry,
  place: RenderPlace,
): Omit<OutgoingActivity, 'type' | 'from'> {
  return {
    id: entry.id,
    timestamp: new Date(entry.at),
    channelId: place.channelId,
    conversation: { id: place.conversationId, isGroup: false, conversationType: '', name: '' },
  };
}
