import type { LogBody, LogEntry } from '../ports/log';
import { renderHandoffInitiated, renderHandoffStatus, renderQueued } from './render/handoff';
import { renderMessage } from './render/message';
import {
  botAccount,
  envelopeOf,
  type OutgoingActivity,
  type RenderPlace,
} from './render/outgoing-activity';

/**
 * Gives an entry of the log the form of Bot Framework activities. Pure: the same entry gives the same
 * activities whenever and however often it is read. Entries for the desk alone give none.
 */
export function renderEntry(entry: LogEntry, place: RenderPlace): readonly OutgoingActivity[] {
  const { body } = entry;
  switch (body.type) {
    case 'said':
      return [renderSaid(entry, body, place)];
    case 'message':
      return [renderMessage(entry, body.message, place)];
    case 'relay':
      return [
        {
          ...envelopeOf(entry, place),
          type: 'message',
          from: { id: 'clinician', name: nameOf(entry), role: 'bot' },
          recipient: { ...place.person, name: place.person.name ?? '', role: 'user' },
          locale: place.locale,
          text: body.text,
          // A clinician types plain words; a stray star or hash is meant as it stands.
          textFormat: 'plain',
          inputHint: 'acceptingInput',
        },
      ];
    case 'outcome':
      return [
        {
          ...envelopeOf(entry, place),
          type: 'event',
          name: 'triage.outcome',
          from: { ...botAccount },
          value: body.outcome,
          ...(place.replyToId === undefined ? {} : { replyToId: place.replyToId }),
        },
      ];
    case 'handoffInitiated':
      return [renderHandoffInitiated(entry, body, place, transcriptOf(entry, place))];
    case 'handoffStatus':
      return [renderHandoffStatus(entry, body, place)];
    case 'queued':
      return [renderQueued(entry, body, place)];
    case 'alert':
      break;
  }
  return [];
}

function renderSaid(
  entry: LogEntry,
  body: Extract<LogBody, { type: 'said' }>,
  place: RenderPlace,
): OutgoingActivity {
  const { text, value, attachments, channelData } = body;
  return {
    ...envelopeOf(entry, place),
    type: 'message',
    from: { id: place.person.id, name: place.person.name ?? '', role: 'user' },
    recipient: { ...botAccount },
    text,
    textFormat: 'plain',
    ...(value ? { value } : {}),
    ...(attachments && attachments.length > 0
      ? {
          attachments: attachments.map((attachment) => ({
            contentType: attachment.contentType,
            contentUrl: place.attachmentUrl(attachment),
            name: attachment.name,
          })),
        }
      : {}),
    ...(channelData ? { channelData: { ...channelData } } : {}),
  };
}

/** Earlier handoffs stay in the transcript as events, without the transcripts that they carried. */
function transcriptOf(entry: LogEntry, place: RenderPlace): readonly OutgoingActivity[] {
  const { replyToId: _reply, transcript = [], ...rest } = place;
  return transcript
    .filter((earlier) => earlier.seq < entry.seq)
    .flatMap((earlier) => renderEntry(earlier, rest));
}

function nameOf({ author }: LogEntry): string {
  return author.role === 'clinician' ? author.name : botAccount.name;
}
