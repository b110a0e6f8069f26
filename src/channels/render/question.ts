import type { CardAction, Entity } from 'botbuilder';
import type { AnswerValue, Option, Question } from '../../../dialogs';
import type { CardWords } from './words';

/** The entity by which clients recognise a question, as the contract has it. */
export function questionEntity(question: Question): Entity {
  const { id, kind, options, flags } = question;
  return {
    type: 'question',
    id,
    kind,
    ...(options ? { options: options.map((option) => ({ ...option })) } : {}),
    ...(flags ? { flags: [...flags] } : {}),
  };
}

/** An answer that can be pressed, with the value that it stands for. */
export interface Choice {
  readonly title: string;
  readonly answer: AnswerValue;
}

/** What may be pressed to answer; empty when the answer has to be typed or ticked. */
export function choicesOf(question: Question, words: CardWords): readonly Choice[] {
  switch (question.kind) {
    case 'yes-no':
      return (
        question.options?.map(yesNoChoice) ?? [
          { title: words.yes, answer: true },
          { title: words.no, answer: false },
        ]
      );
    case 'choice':
      return question.options?.map(({ id, title }) => ({ title, answer: id })) ?? [];
    case 'number':
      return numbersOf(question);
    case 'multi-choice':
    case 'text':
      break;
  }
  return [];
}

/** Web Chat shows `displayText` as the person's own words, so that they see what they pressed. */
export function answerButton(question: string, { title, answer }: Choice): CardAction {
  return {
    type: 'messageBack',
    title,
    text: title,
    displayText: title,
    value: { question, answer: typeof answer === 'object' ? [...answer] : answer },
  };
}

function yesNoChoice({ id, title }: Option): Choice {
  if (id === 'yes' || id === 'true') return { title, answer: true };
  if (id === 'no' || id === 'false') return { title, answer: false };
  return { title, answer: id };
}

function numbersOf(question: Question): readonly Choice[] {
  if (question.options) {
    return question.options.map(({ id, title }) => ({
      title,
      answer: /^-?\d+(\.\d+)?$/.test(id) ? Number(id) : id,
    }));
  }
  if (question.id !== 'severity') return [];
  return Array.from({ length: 11 }, (_, value) => ({ title: String(value), answer: value }));
}
