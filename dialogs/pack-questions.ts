import type { PackWords } from '../knowledge';
import type { Option, Question } from './message';
import { phrase } from './phrase';

/** The answer that denies every sign of a screen, or every item of a list. */
export const noneOfThese = 'none';

/** The answer of somebody who cannot tell. */
export const notSure = 'not-sure';

/** The choices of the questions that every pack has, in the order in which they are shown. */
export const standardChoices = {
  menu: ['check-symptoms', 'ask-question', 'talk-to-clinician'],
  'self-care': ['more', 'stretches', 'medicine', 'enough'],
  'follow-up': ['better', 'same', 'worse'],
  rating: ['1', '2', '3', '4', '5'],
} as const;

/** Yes-no questions that every pack has. */
export const standardYesNo = ['offer-clinician', 'restart', 'erase', 'check-again'] as const;

/** The question that invites any question of the person. */
export const openQuestion = 'ask-question';

type ChoiceId = keyof typeof standardChoices;
const isChoice = (id: string): id is ChoiceId => Object.hasOwn(standardChoices, id);

/** The choices of one of the standard questions, with their titles. */
export function choicesOf(words: PackWords, id: ChoiceId): readonly Option[] {
  return standardChoices[id].map((option) => ({
    id: option,
    title: phrase(words, `${id}-${option}`),
  }));
}

/** A yes-no question; `flags` when it asks about warning signs. */
export function yesNo(words: PackWords, id: string, flags?: readonly string[]): Question {
  const options = [
    { id: 'yes', title: phrase(words, 'yes') },
    { id: 'no', title: phrase(words, 'no') },
  ];
  return flags === undefined
    ? { id, kind: 'yes-no', options }
    : {
        id,
        kind: 'yes-no',
        options: [...options, { id: notSure, title: phrase(words, 'not-sure') }],
        flags,
      };
}

/** A screen with only those signs that are still open; null when none is. */
export function screenQuestion(
  words: PackWords,
  id: string,
  isOpen: (flag: string) => boolean = () => true,
): Question | null {
  const screen = words.screens.find((one) => one.id === id);
  const open = screen?.options.filter((option) => isOpen(option.flag)) ?? [];
  if (screen === undefined || open.length === 0) return null;
  const options = open.map((option) => ({ id: option.flag, title: option.title }));
  return {
    id,
    kind: 'multi-choice',
    options: [...options, { id: noneOfThese, title: screen.none }],
    flags: open.map((option) => option.flag),
  };
}

/** The question with this id as the pack words it: intake, screen, menu and the like, or one sign. */
export function questionOf(words: PackWords, id: string): Question | null {
  const intake = words.intake.find((question) => question.id === id);
  if (intake !== undefined) {
    const flags = intake.flags ?? (words.redFlags.has(id) ? [id] : undefined);
    if (intake.kind === 'yes-no') {
      const plain = yesNo(words, id);
      return flags === undefined ? plain : { ...plain, flags };
    }
    return {
      id,
      kind: intake.kind,
      ...(intake.options === undefined
        ? {}
        : { options: intake.options.map((option) => ({ id: option.id, title: option.title })) }),
      ...(flags === undefined ? {} : { flags }),
    };
  }
  const screen = screenQuestion(words, id);
  if (screen !== null) return screen;
  if (isChoice(id)) return { id, kind: 'choice', options: choicesOf(words, id) };
  if (standardYesNo.some((one) => one === id)) return yesNo(words, id);
  if (id === openQuestion) return { id, kind: 'text' };
  return words.redFlags.has(id) ? yesNo(words, id, [id]) : null;
}
