import { BotAdapter, EventFactory, TurnContext, type ResourceResponse } from 'botbuilder';
import type { LogBody, LogEntry } from '../../ports/log';
import {
  botAccount,
  envelopeOf,
  type OutgoingActivity,
  type RenderPlace,
} from './outgoing-activity';

type BodyOf<T extends LogBody['type']> = Extract<LogBody, { type: T }>;

/** `handoff.initiate`, with everything said so far attached as `Transcript`. */
export function renderHandoffInitiated(
  entry: LogEntry,
  { caseId, reason, tier, outcome }: BodyOf<'handoffInitiated'>,
  place: RenderPlace,
  transcript: readonly OutgoingActivity[],
): OutgoingActivity {
  const context = new TurnContext(new NoAdapter(), {
    ...envelopeOf(entry, place),
    type: 'message',
    from: { ...place.person, name: place.person.name ?? '' },
    recipient: { ...botAccount },
  });
  const event = EventFactory.createHandoffInitiation(context, { caseId, reason, ...outcome, tier });
  return {
    ...ours(event, entry, place),
    attachments: [
      { contentType: 'application/json', name: 'Transcript', content: { activities: transcript } },
    ],
  };
}

/** `handoff.status`. */
export function renderHandoffStatus(
  entry: LogEntry,
  { state, message }: BodyOf<'handoffStatus'>,
  place: RenderPlace,
): OutgoingActivity {
  const { conversation } = envelopeOf(entry, place);
  return ours(EventFactory.createHandoffStatus(conversation, state, message), entry, place);
}

/** `handoff.queued`, our own: there is no standard event for a place in a queue. */
export function renderQueued(
  entry: LogEntry,
  { position, estimatedMinutes }: BodyOf<'queued'>,
  place: RenderPlace,
): OutgoingActivity {
  return {
    ...envelopeOf(entry, place),
    type: 'event',
    name: 'handoff.queued',
    from: { ...botAccount },
    value: { position, estimatedMinutes },
  };
}

/** The factory stamps its own id, time and time zone; the log has the true ones. */
function ours(
  event: ReturnType<typeof EventFactory.createHandoffStatus>,
  entry: LogEntry,
  place: RenderPlace,
): OutgoingActivity {
  const { localTimezone: _zone, replyToId: _reply, ...rest } = event;
  return {
    ...rest,
    ...envelopeOf(entry, place),
    from: { ...botAccount },
    ...(place.replyToId === undefined ? {} : { replyToId: place.replyToId }),
  };
}

/** The factory wants a turn, but only reads the activity in it. */
class NoAdapter extends BotAdapter {
  override sendActivities(): Promise<ResourceResponse[]> {
    return Promise.reject(new Error('rendering sends nothing'));
  }
  override updateActivity(): Promise<void> {
    return Promise.reject(new Error('rendering sends nothing'));
  }
  override deleteActivity(): Promise<void> {
    return Promise.reject(new Error('rendering sends nothing'));
  }
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('rendering sends nothing'));
  }
}
