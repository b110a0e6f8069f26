import type { Activity } from 'botbuilder';
import type { Conversation } from '../../ports/conversations';
import type { LogEntry } from '../../ports/log';
import { renderEntry } from '../render';
import type { OutgoingActivity } from '../render/outgoing-activity';
import { formOf, type Reference, takesEvents } from './places';

/** The input of an activity bears its id, so that answers can name what they answer. */
const inputPrefix = 'activity:';

/** The activities of an entry, addressed; none when the channel does not take them. */
export function addressedActivities(
  entry: LogEntry,
  conversation: Conversation,
  reference: Reference,
  around: { readonly followed: boolean; readonly transcript: readonly LogEntry[] },
): readonly Partial<Activity>[] {
  const { channelId, user } = reference;
  const activities = renderEntry(entry, {
    conversationId: reference.conversation.id,
    channelId,
    form: formOf(channelId),
    locale: conversation.locale,
    person: { id: user.id, ...(user.name ? { name: user.name } : {}) },
    // Files stay with us: these channels bring none.
    attachmentUrl: ({ id }) => `urn:lumbar:attachment:${id}`,
    ...around,
  });
  return activities
    .filter(({ type }) => type !== 'event' || takesEvents(channelId))
    .map((activity) => addressed(activity, entry, reference));
}

/** `handoff.initiate` carries everything said so far; other entries stand for themselves. */
export const needsTranscript = (entry: LogEntry, { channelId }: Reference): boolean =>
  entry.body.type === 'handoffInitiated' && takesEvents(channelId);

function addressed(
  activity: OutgoingActivity,
  entry: LogEntry,
  { channelId, serviceUrl, conversation, user, bot }: Reference,
): Partial<Activity> {
  const { author, inputId } = entry;
  const from = {
    ...activity.from,
    ...bot,
    ...(author.role === 'clinician' ? { name: author.name } : {}),
    role: 'bot',
  };
  const answers = author.role === 'bot' && inputId.startsWith(inputPrefix);
  return {
    ...activity,
    channelId,
    serviceUrl,
    conversation,
    from,
    recipient: user,
    ...(answers ? { replyToId: inputId.slice(inputPrefix.length) } : {}),
    // These channels show the bot's name above every message.
    ...(author.role === 'clinician' && activity.text !== undefined
      ? { text: `**${escaped(author.name)}:** ${escaped(activity.text)}`, textFormat: 'markdown' }
      : {}),
  };
}

/**
 * Teams makes two messages of one that has a text and a card, and then gives no id by which the card
 * could be replaced. So they go one after the other; the card is the last.
 */
export function inTurn(activity: Partial<Activity>): readonly Partial<Activity>[] {
  const { text, attachments, entities = [], ...rest } = activity;
  if (activity.channelId !== 'msteams' || !text || !attachments || attachments.length === 0)
    return [activity];
  const asks = entities.filter(({ type }) => type === 'question');
  return [
    { ...rest, text, entities },
    { ...rest, attachments, entities: asks, summary: summaryOf(text) },
  ];
}

/** What a notification shows of a card. */
const summaryOf = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199)}…`);

/** A clinician types plain words; a stray star or hash is meant as it stands. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\n/g, '\n\n');
