import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import type { Conversation, Conversations, Incoming } from '../../ports/conversations';
import type { Signals } from '../../ports/signals';
import type { IncomingActivity } from './activity';
import { idOf, meet } from './meeting';
import { type Located, located, longestText, type Received } from './incoming';
import { type Notices, noticesIn } from './notices';
import type { PersonTurns } from './person-turns';

export interface Usual {
  readonly region: string;
  readonly locale: string;
  readonly hasRegion: (region: string) => boolean;
  readonly emergencyNumber: (region: string) => string;
  /** Where a private chat with the bot is opened; null when that is not known. */
  readonly privateChat: string | null;
}

/** Answers an activity, once it is known who sent it. */
export type Bot = (
  context: TurnContext,
  activity: IncomingActivity,
  received: Received,
) => Promise<void>;

/** Says something that is not part of any stored conversation. */
export type SayAside = (activity: Located, context: TurnContext, text: string) => void;

export function createBot(parts: {
  readonly conversations: Conversations;
  readonly personTurns: PersonTurns;
  readonly signals: Signals;
  readonly usual: Usual;
  readonly sayAside: SayAside;
}): Bot {
  const { conversations, personTurns, signals, usual, sayAside } = parts;

  async function take(
    context: TurnContext,
    conversation: Conversation,
    incoming: Incoming | null,
  ): Promise<void> {
    if (!incoming) return;
    if (context.activity.deliveryMode !== 'expectReplies')
      return personTurns.push(conversation, incoming);
    context.bufferedReplyActivities.push(...(await personTurns.reply(conversation, incoming)));
  }

  return async (context, activity, received) => {
    if (received.kind === 'ignored') return;
    // An invoke without a response is answered with 501 by the SDK.
    if (received.kind === 'unknownInvoke' || !located(activity)) return;
    const notices = noticesIn(activity.locale ?? usual.locale);
    const number = usual.emergencyNumber(usual.region);
    switch (received.kind) {
      case 'inGroup':
        return sayAside(activity, context, notices.inGroup(number, linkFor(activity, usual)));
      case 'tooLong':
        return sayAside(activity, context, notices.tooLong(longestText, number));
      case 'file':
        return sayAside(activity, context, notices.noFiles);
      case 'typing': {
        const name = activity.from.name ? { name: activity.from.name } : {};
        signals.publish({
          type: 'typing',
          conversationId: idOf(activity),
          who: 'person',
          ...name,
        });
        return;
      }
      case 'joined': {
        const conversation = await meet(conversations, activity, usual);
        return take(context, conversation, await personTurns.joining(conversation));
      }
      case 'turn': {
        if (received.withFile) sayAside(activity, context, notices.noFiles);
        const conversation = await meet(conversations, activity, usual);
        return take(context, conversation, await personTurns.incomingOf(conversation, received));
      }
      case 'cardAction': {
        if (!received.received) return answerInvoke(context, badCard);
        const conversation = await meet(conversations, activity, usual);
        const incoming = await personTurns.incomingOf(conversation, received.received);
        await take(context, conversation, incoming);
        return answerInvoke(context, cardTaken(notices));
      }
    }
  };
}

const linkFor = ({ channelId }: Located, { privateChat }: Usual): string | null =>
  channelId === 'msteams' ? privateChat : null;

function answerInvoke(context: TurnContext, body: object): void {
  const response: Partial<Activity> = { value: { status: 200, body } };
  context.turnState.set(INVOKE_RESPONSE_KEY, response);
}

const cardTaken = ({ cardTaken: value }: Notices): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value,
});

const badCard = {
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message: 'The card sent no answer to a question.' },
};
