import type { CardAction, Entity } from 'botbuilder';
import type { Message } from '../../../dialogs';
import type { LogEntry } from '../../ports/log';
import { citationEntity, withReferences } from './citations';
import { multiChoiceCard } from './multi-choice-card';
import {
  botAccount,
  envelopeOf,
  type OutgoingActivity,
  type RenderPlace,
} from './outgoing-activity';
import { answerButton, choicesOf, questionEntity } from './question';
import { cardWords, type CardWords } from './words';

/** What the bot says, as a message activity. */
export function renderMessage(
  entry: LogEntry,
  message: Message,
  place: RenderPlace,
): OutgoingActivity {
  const words = cardWords(place.locale);
  const { question } = message;
  const actions = actionsOf(message, words);
  const entities = entitiesOf(message);
  return {
    ...envelopeOf(entry, place),
    type: 'message',
    from: { ...botAccount },
    recipient: { ...place.person, name: place.person.name ?? '', role: 'user' },
    locale: place.locale,
    text: textOf(message, words),
    textFormat: 'markdown',
    inputHint: question ? 'expectingInput' : 'acceptingInput',
    ...(place.replyToId === undefined ? {} : { replyToId: place.replyToId }),
    ...(message.tone === undefined || message.tone === 'plain'
      ? {}
      : { importance: message.tone === 'emergency' ? 'urgent' : 'high' }),
    ...(entities.length === 0 ? {} : { entities }),
    ...(question?.kind === 'multi-choice' && question.options
      ? { attachments: [multiChoiceCard(question, words)] }
      : {}),
    ...(actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
    ...(message.tone === undefined ? {} : { channelData: { tone: message.tone } }),
  };
}

/** An emergency says so in a line of its own, in words too, for those who do not see the sign. */
function textOf({ text, tone, citations }: Message, words: CardWords): string {
  const cited = withReferences(text, citations ?? []);
  return tone === 'emergency' ? `**⚠️ ${words.emergency}**\n\n${cited}` : cited;
}

function entitiesOf({ question, answer, citations }: Message): Entity[] {
  return [
    ...(question ? [questionEntity(question)] : []),
    ...(answer ? [{ type: 'answer', id: answer.id, confidence: answer.confidence }] : []),
    ...(citations && citations.length > 0 ? [citationEntity(citations)] : []),
  ];
}

function actionsOf({ question, suggestions }: Message, words: CardWords): CardAction[] {
  return [
    ...(question
      ? choicesOf(question, words).map((choice) => answerButton(question.id, choice))
      : []),
    ...(suggestions ?? []).map(({ title, say }) => ({ type: 'imBack', title, value: say })),
  ];
}
