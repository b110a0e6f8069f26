import type { AnswerValue, Question } from '../../../dialogs';
import { choicesOf } from './question';
import type { CardWords } from './words';

/** The titles of what was pressed or ticked; null when nothing was. Cards send ids alone. */
export function answerInWords(
  question: Question,
  answer: AnswerValue,
  words: CardWords,
): string | null {
  const answers = typeof answer === 'object' ? answer : [answer];
  const choices = choicesOf(question, words);
  const titles = answers.map(
    (one) =>
      choices.find((choice) => choice.answer === one)?.title ??
      question.options?.find((option) => option.id === one)?.title ??
      String(one),
  );
  return titles.length === 0 ? null : titles.join(', ');
}
