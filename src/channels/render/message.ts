import { CardFactory, type CardAction, type Entity } from 'botbuilder';
import type { Message } from '../../../dialogs';
import type { LogEntry } from '../../ports/log';
import { citationEntity, withMarks, withReferences, withSources } from './citations';
import { multiChoiceCard } from './multi-choice-card';
import {
  botAccount,
  envelopeOf,
  type Form,
  type OutgoingActivity,
  type RenderPlace,
} from './outgoing-activity';
import { plainControls, withOptions } from './plain';
import { answerButton, choicesOf, questionEntity } from './question';
import { teamsControls } from './teams-card';
import { cardWords, type CardWords } from './words';

/** What the bot says, as a message activity. */
export function renderMessage(
  entry: LogEntry,
  message: Message,
  place: RenderPlace,
): OutgoingActivity {
  const words = cardWords(place.locale);
  const { question } = message;
  const entities = entitiesOf(message, place.form ?? 'web');
  return {
    ...envelopeOf(entry, place),
    type: 'message',
    from: { ...botAccount },
    recipient: { ...place.person, name: place.person.name ?? '', role: 'user' },
    locale: place.locale,
    text: textOf(message, words, place.form ?? 'web'),
    textFormat: 'markdown',
    inputHint: question ? 'expectingInput' : 'acceptingInput',
    ...(place.replyToId === undefined ? {} : { replyToId: place.replyToId }),
    ...(message.tone === undefined || message.tone === 'plain'
      ? {}
      : { importance: message.tone === 'emergency' ? 'urgent' : 'high' }),
    ...(entities.length === 0 ? {} : { entities }),
    ...controlsOf(message, words, place),
    ...(message.tone === undefined ? {} : { channelData: { tone: message.tone } }),
  };
}

/** What a person may press, in the form that the client knows. */
function controlsOf(
  message: Message,
  words: CardWords,
  { form, followed }: RenderPlace,
): Partial<OutgoingActivity> {
  if (form === 'teams') return teamsControls(message, words, followed);
  return form === 'plain'
    ? plainControls(message, words)
    : webControls(message, words, followed === true);
}

/** Web Chat shows the suggested actions of the last message only; others keep theirs on a card. */
function webControls(
  { question, suggestions }: Message,
  words: CardWords,
  followed: boolean,
): Partial<OutgoingActivity> {
  const answers = question
    ? choicesOf(question, words).map((choice) => answerButton(question.id, choice))
    : [];
  const sayings: CardAction[] = (suggestions ?? []).map(({ title, say }) => ({
    type: 'imBack',
    title,
    value: say,
  }));
  const actions = followed ? answers : [...answers, ...sayings];
  const attachments = [
    ...(question?.kind === 'multi-choice' && question.options
      ? [multiChoiceCard(question, words)]
      : []),
    ...(followed && sayings.length > 0 ? [CardFactory.heroCard('', [], sayings)] : []),
  ];
  return {
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(actions.length === 0 ? {} : { suggestedActions: { to: [], actions } }),
  };
}

/** An emergency says so in a line of its own, in words too, for those who do not see the sign. */
function textOf(
  { text, tone, question, citations }: Message,
  words: CardWords,
  form: Form,
): string {
  const cited =
    form === 'web'
      ? withReferences(text, citations ?? [])
      : form === 'teams'
        ? withMarks(text, citations ?? [])
        : withSources(text, citations ?? []);
  const asked = form === 'plain' && question ? withOptions(cited, question) : cited;
  return tone === 'emergency' ? `**⚠️ ${words.emergency}**\n\n${asked}` : asked;
}

function entitiesOf({ question, answer, citations }: Message, form: Form): Entity[] {
  return [
    ...(question ? [questionEntity(question)] : []),
    ...(answer ? [{ type: 'answer', id: answer.id, confidence: answer.confidence }] : []),
    ...(citations && citations.length > 0 ? [citationEntity(citations, form)] : []),
  ];
}
