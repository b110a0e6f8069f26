import { slotsSchema, type IntakeQuestion, type Slots } from '../knowledge';
import type { Asking, Context } from './context';
import { nothingHeard, type Heard } from './heard';
import type { AnswerValue } from './meaning';
import { noneOfThese } from './pack-questions';
import { phrase } from './phrase';
import { isOpen, standingFlags } from './progress';
import type { Script } from './script';

/** What an answer to the question in hand means; `vague` is a plain yes to "which of these?". */
export type Reading =
  | { readonly kind: 'facts'; readonly heard: Heard }
  | { readonly kind: 'chosen'; readonly option: string }
  | { readonly kind: 'vague' }
  | { readonly kind: 'invalid' };

const invalid: Reading = { kind: 'invalid' };
const facts = (part: Partial<Heard>): Reading => ({
  kind: 'facts',
  heard: { ...nothingHeard, ...part },
});

/** A read-back speaks of the sign alone; what makes it graver is asked next, where the pack can ask. */
const confirmedOf = (
  script: Script,
  { id, qualifiers }: { readonly id: string; readonly qualifiers: string[] },
): { readonly qualifiers: string[] } => ({
  qualifiers: script.words.redFlags.get(id)?.detail === undefined ? qualifiers : [],
});

/** True, false, or null when the value is neither. */
export function asYesNo(value: AnswerValue): boolean | null {
  const one = typeof value === 'object' && value.length === 1 ? value[0] : value;
  if (typeof one === 'boolean') return one;
  if (one === 'yes' || one === 'true') return true;
  return one === 'no' || one === 'false' ? false : null;
}

const asList = (value: AnswerValue): readonly string[] =>
  typeof value === 'object' ? value : [String(value)];

function asNumber(value: AnswerValue): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Slots only when the pack's schema takes them all. */
function slotsFrom(values: Readonly<Record<string, unknown>>): Slots | null {
  const parsed = slotsSchema.strict().safeParse(values);
  return parsed.success ? parsed.data : null;
}

function fromChoices(question: IntakeQuestion, ids: readonly string[]): Slots | null {
  const options = question.options ?? [];
  const chosen = options.filter((option) => ids.includes(option.id));
  const sets = Object.assign({}, ...chosen.map((option) => option.sets ?? {}));
  const known = ids.every((id) => id === noneOfThese || options.some((option) => option.id === id));
  if (!known || ids.length === 0) return null;
  if (question.kind === 'multi-choice') {
    const picked = ids.filter((id) => id !== noneOfThese);
    if (picked.length > 0 && picked.length < ids.length) return null;
    return slotsFrom({ ...sets, [question.id]: [...new Set(picked)] });
  }
  const [option] = chosen;
  if (option === undefined || ids.length > 1) return null;
  return slotsFrom(option.sets === undefined ? { [question.id]: option.id } : sets);
}

function intakeAnswer(script: Script, question: IntakeQuestion, value: AnswerValue): Reading {
  const words = (answer: string): string =>
    phrase(script.words, 'evidence-value', { question: question.ask, answer });
  const flags = question.flags ?? [];
  if (question.kind === 'yes-no') {
    const yes = asYesNo(value);
    if (yes === null) return invalid;
    const evidence = words(phrase(script.words, yes ? 'yes' : 'no'));
    if (flags.length === 0) {
      const slots = slotsFrom({ [question.id]: yes });
      return slots === null ? invalid : facts({ slots, words: evidence });
    }
    if (!yes) return facts({ denied: flags });
    return facts({
      flags: flags.map((id) => ({ id, qualifiers: [], evidence, question: question.id })),
    });
  }
  if (question.kind === 'number') {
    const number = asNumber(value);
    const { min = -Infinity, max = Infinity } = question;
    if (number === null || number < min || number > max) return invalid;
    const whole = question.id === 'age' ? Math.floor(number) : number;
    const slots = slotsFrom({ [question.id]: whole });
    return slots === null ? invalid : facts({ slots, words: words(String(number)) });
  }
  const none = question.kind === 'multi-choice' && asYesNo(value) === false;
  const ids = none ? [noneOfThese] : asList(value);
  const slots = fromChoices(question, ids);
  if (slots === null) return asYesNo(value) === true ? { kind: 'vague' } : invalid;
  const titles = (question.options ?? []).filter((option) => ids.includes(option.id));
  return facts({
    slots,
    words: words(titles.map((option) => option.title).join(', ') || noneOfThese),
  });
}

function screenAnswer(script: Script, context: Context, id: string, value: AnswerValue): Reading {
  const screen = script.words.screens.find((one) => one.id === id);
  if (screen === undefined) return invalid;
  const open = screen.options.filter(({ flag }) => isOpen(context, flag));
  const yes = asYesNo(value);
  if (yes === true) return { kind: 'vague' };
  const ids = yes === false ? [noneOfThese] : asList(value);
  const known = ids.every(
    (one) => one === noneOfThese || screen.options.some(({ flag }) => flag === one),
  );
  const contradictory = ids.includes(noneOfThese) && new Set(ids).size > 1;
  if (!known || ids.length === 0 || contradictory) return invalid;
  return facts({
    flags: screen.options
      .filter(({ flag }) => ids.includes(flag))
      .map(({ flag, title }) => ({
        id: flag,
        qualifiers: [],
        evidence: phrase(script.words, 'evidence-option', { title }),
        question: id,
      })),
    denied: open.map(({ flag }) => flag).filter((flag) => !ids.includes(flag)),
  });
}

function signAnswer(script: Script, flag: string, value: AnswerValue): Reading {
  const yes = asYesNo(value);
  if (yes === null) return invalid;
  if (!yes) return facts({ denied: [flag] });
  const screen = script.words.screens.find(({ options }) =>
    options.some((option) => option.flag === flag),
  );
  const title = screen?.options.find((option) => option.flag === flag)?.title ?? flag;
  const evidence = phrase(script.words, 'evidence-option', { title });
  return facts({ flags: [{ id: flag, qualifiers: [], evidence, question: screen?.id ?? null }] });
}

function detailAnswer(script: Script, context: Context, flag: string, value: AnswerValue): Reading {
  const options = script.words.redFlags.get(flag)?.detail?.options ?? [];
  const standing = standingFlags(script, context).find(({ id }) => id === flag);
  const yes = asYesNo(value);
  const first = options[0]?.qualifier ?? noneOfThese;
  const ids = yes === null ? asList(value) : [yes ? first : noneOfThese];
  const known = ids.every(
    (id) => id === noneOfThese || options.some(({ qualifier }) => qualifier === id),
  );
  if (standing === undefined || !known || ids.length === 0) return invalid;
  const qualifiers = ids.filter((id) => id !== noneOfThese);
  if (qualifiers.length === 0) return facts({});
  const chosen = options.filter(({ qualifier }) => qualifiers.includes(qualifier));
  const evidence = [standing.evidence, ...chosen.map(({ title }) => title)].join('; ');
  return facts({ flags: [{ ...standing, qualifiers, evidence }] });
}

/** Reads the answer to the question in hand. Never throws; what the question does not take is `invalid`. */
export function readAnswer(
  script: Script,
  context: Context,
  asking: Asking,
  value: AnswerValue,
): Reading {
  switch (asking.sort) {
    case 'intake':
    case 'caution': {
      const question = script.words.intake.find(({ id }) => id === asking.id);
      return question === undefined ? invalid : intakeAnswer(script, question, value);
    }
    case 'screen':
      return screenAnswer(script, context, asking.id, value);
    case 'sign':
      return signAnswer(script, asking.id, value);
    case 'detail':
      return detailAnswer(script, context, asking.id, value);
    case 'confirm': {
      const yes = asYesNo(value);
      const heard = context.confirm.find(({ id }) => id === asking.id);
      if (yes === null || heard === undefined) return invalid;
      if (!yes) return facts({ denied: [asking.id] });
      return facts({ flags: [{ ...heard, ...confirmedOf(script, heard), question: null }] });
    }
    case 'standard':
    default: {
      const yes = asYesNo(value);
      if (yes !== null) return { kind: 'chosen', option: yes ? 'yes' : 'no' };
      const [option] = asList(value);
      return option === undefined ? invalid : { kind: 'chosen', option };
    }
  }
}
