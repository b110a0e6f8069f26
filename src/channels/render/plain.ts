import type { Message, Question } from '../../../dialogs';
import type { OutgoingActivity } from './outgoing-activity';
import { choicesOf } from './question';
import type { CardWords } from './words';

/** Buttons that say a title; where there are none, `withOptions` has named the answers. */
export function plainControls(
  { question, suggestions }: Message,
  words: CardWords,
): Partial<OutgoingActivity> {
  const titles = question ? choicesOf(question, words).map(({ title }) => title) : [];
  const actions = [
    ...titles.map((title) => ({ type: 'imBack', title, value: title })),
    ...(suggestions ?? []).map(({ title, say }) => ({ type: 'imBack', title, value: say })),
  ];
  return actions.length === 0 ? {} : { suggestedActions: { to: [], actions } };
}

/** Names the possible answers in the text itself. */
export function withOptions(text: string, question: Question): string {
  const options = question.kind === 'number' ? [] : (question.options ?? []);
  if (options.length === 0) return text;
  return [text, options.map(({ title }) => `- ${title}`).join('\n')].join('\n\n');
}
