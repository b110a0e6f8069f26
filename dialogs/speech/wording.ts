import type { PackWords } from '../../knowledge';
import type { Asking, Context } from '../context';
import type { Message, Option, Question } from '../message';
import { noneOfThese, openQuestion, questionOf, screenQuestion, yesNo } from '../pack-questions';
import { phrase, type PhraseParameters } from '../phrase';
import { isOpen } from '../progress';
import { openWishes } from '../remedies';
import type { Script } from '../script';
import { slotHolds } from '../triage';

/** The id under which the detail of a sign is asked. */
export const detailId = (flag: string): string => `${flag}-detail`;

function detailQuestion(words: PackWords, flag: string): Question | null {
  const detail = words.redFlags.get(flag)?.detail;
  if (detail === undefined) return null;
  const options: Option[] = [
    ...detail.options.map(({ qualifier, title }) => ({ id: qualifier, title })),
    { id: noneOfThese, title: detail.none },
  ];
  return { id: detailId(flag), kind: 'choice', options, flags: [flag] };
}

function intakeQuestion(script: Script, context: Context, id: string): Question | null {
  const question = questionOf(script.words, id);
  const entry = script.words.intake.find((one) => one.id === id);
  if (question?.options === undefined || entry?.options === undefined) return question;
  const value = Object.entries(context.slots).find(([slot]) => slot === id)?.[1];
  const mentioned: readonly unknown[] = Array.isArray(value) ? value : [];
  const hidden = new Set(
    entry.options
      .filter(
        (option) =>
          option.hideIf?.some((test) => slotHolds(test, context.slots)) === true ||
          (entry.kind === 'multi-choice' && mentioned.includes(option.id)),
      )
      .map((option) => option.id),
  );
  return { ...question, options: question.options.filter((option) => !hidden.has(option.id)) };
}

/** The question that is open, with exactly the options that make sense now. Null when nothing is open. */
export function questionNow(script: Script, context: Context): Question | null {
  const { asking } = context;
  if (asking === null) return null;
  const { words } = script;
  switch (asking.sort) {
    case 'intake':
    case 'caution':
      return intakeQuestion(script, context, asking.id);
    case 'screen':
      return screenQuestion(words, asking.id, (flag) => isOpen(context, flag));
    case 'sign':
    case 'confirm':
      return yesNo(words, asking.id, [asking.id]);
    case 'detail':
      return detailQuestion(words, asking.id);
    case 'standard':
    default: {
      const question = questionOf(words, asking.id);
      if (asking.id !== 'self-care' || question?.options === undefined) return question;
      const open: readonly string[] = [...openWishes(script, context), 'enough'];
      return { ...question, options: question.options.filter(({ id }) => open.includes(id)) };
    }
  }
}

const signTitle = (words: PackWords, flag: string): string =>
  words.screens.flatMap(({ options }) => options).find((option) => option.flag === flag)?.title ??
  flag;

function standardText(
  words: PackWords,
  context: Context,
  id: string,
  again: boolean,
  region: PhraseParameters,
): string {
  if (again) return phrase(words, `again-${id}`, region);
  const grave = id === 'offer-clinician' && context.told === 'emergency';
  return phrase(words, grave ? `ask-${id}-emergency` : `ask-${id}`, region);
}

function textOf(
  script: Script,
  context: Context,
  asking: Asking,
  again: boolean,
  region: PhraseParameters,
): string {
  const { words } = script;
  const { id } = asking;
  switch (asking.sort) {
    case 'intake':
    case 'caution': {
      const question = words.intake.find((one) => one.id === id);
      return (again ? question?.again : question?.ask) ?? '';
    }
    case 'screen': {
      const screen = words.screens.find((one) => one.id === id);
      return (again ? screen?.again : screen?.ask) ?? '';
    }
    case 'sign':
      return phrase(words, again ? 'sign-again' : 'sign-ask', { title: signTitle(words, id) });
    case 'confirm': {
      const question = words.redFlags.get(id)?.confirm ?? '';
      return again ? phrase(words, 'confirm-again', { question }) : question;
    }
    case 'detail':
      return words.redFlags.get(id)?.detail?.ask ?? '';
    case 'standard':
    default:
      return standardText(words, context, id, again, region);
  }
}

/** The open question as a message. */
export function questionMessage(
  script: Script,
  context: Context,
  asking: Asking,
  manner: Context['manner'],
  region: PhraseParameters,
): Message {
  const question = questionNow(script, { ...context, asking });
  const text = textOf(script, context, asking, manner === 'again', region);
  const door = {
    title: phrase(script.words, 'suggest-check'),
    say: phrase(script.words, 'suggest-check'),
  };
  return {
    text,
    ...(question === null ? {} : { question }),
    ...(asking.id === openQuestion && context.told === null ? { suggestions: [door] } : {}),
  };
}

/** Why the open question is asked. */
export function reasonFor(words: PackWords, asking: Asking | null): string {
  if (asking === null) return phrase(words, 'why-nothing');
  const intake = words.intake.find(({ id }) => id === asking.id);
  const screen =
    words.screens.find(({ id }) => id === asking.id) ??
    words.screens.find(({ options }) => options.some(({ flag }) => flag === asking.id));
  const known = intake?.why ?? screen?.why;
  if (known !== undefined) return known;
  const own = `why-${asking.id}`;
  return phrase(words, words.phrases.has(own) ? own : 'why-default');
}
