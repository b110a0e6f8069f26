import { loneNumbersIn } from './fragments';
import { numberAt, numbersIn, type SaidNumber } from './numbers';
import { cuesOf, hasCueAt, type Reading } from './reading';
import type { Span, Token } from './token';

/** How the strength of pain may be read out of an utterance. */
export interface SeverityView {
  /** A bare number and plain words count too. */
  readonly isAsked: boolean;
  /** A number in a fragment of its own counts: "lower back, six". */
  readonly takesLone: boolean;
}

/** A number on the pain scale, and the words it took. */
export interface Score extends Span {
  readonly value: number;
}

const highest = 10;
const isScore = (value: number): boolean => value >= 0 && value <= highest && (value * 2) % 1 === 0;

const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.word ?? '';

/** Where the "10" of "7/10", "8 out of 10" and "four of ten" stands; -1 when there is none. */
function wholeAt(tokens: readonly Token[], to: number): number {
  const word = wordAt(tokens, to);
  if (word === '/' || word === 'of' || word === 'outa') return to + 1;
  if (word !== 'out') return -1;
  let at = to + 1;
  while (['of', 'a', 'possible'].includes(wordAt(tokens, at))) at += 1;
  return at;
}

/** Before these figures, a slash makes a date. */
const dated = new Set(['since', 'from', 'on']);

function outOfTen(tokens: readonly Token[]): Score[] {
  return numbersIn(tokens).flatMap(({ value, from, to }): Score[] => {
    const ofAt = wholeAt(tokens, to);
    const whole = ofAt < 0 ? null : numberAt(tokens, ofAt);
    if (whole === null || dated.has(wordAt(tokens, from - 1))) return [];
    const span = { from, to: whole.to };
    if (whole.value === 10 && value <= 20) return [{ ...span, value: Math.min(value, highest) }];
    if (wordAt(tokens, to) === 'of') return [];
    if (whole.value === 5 && value <= 5) return [{ ...span, value: value * 2 }];
    if (whole.value === 100 && value <= 100) return [{ ...span, value: value / 10 }];
    return [];
  });
}

/** "on a scale of 1 to 10" names no score. */
function isOfScale(tokens: readonly Token[], { value, from, to }: SaidNumber): boolean {
  const isLow = value === 0 || value === 1;
  const next = ['to', 'and', 'through'].includes(wordAt(tokens, to)) ? to + 1 : to;
  if (isLow && numberAt(tokens, next)?.value === 10) return true;
  const before = numberAt(tokens, wordAt(tokens, from - 1) === 'to' ? from - 2 : from - 1)?.value;
  return value === 10 && (before === 0 || before === 1);
}

/** "pain is a 7", "pain level 6", "hurts about 5", "7 or 8": the higher of two that are alternatives. */
function besidePain(reading: Reading): Score[] {
  const { tokens } = reading;
  return cuesOf(reading, 'severity-of').flatMap((cue): Score[] => {
    const number = numberAt(tokens, cue.to);
    if (number === null || !isScore(number.value) || isOfScale(tokens, number)) return [];
    return isOtherThing(reading, number) ? [] : [number];
  });
}

function isOtherThing(reading: Reading, { from, to }: SaidNumber): boolean {
  const before = wordAt(reading.tokens, from - 1);
  return (
    hasCueAt(reading, 'not-a-score', to) ||
    /^(am|pm|th|st|nd|rd|weeks?)$/.test(wordAt(reading.tokens, to)) ||
    /^(than|number|day|option|stage|grade|type|l|s|c)$/.test(before) ||
    hasCueAt(reading, 'not-a-score-before', from - 1)
  );
}

/** "7 or 8", "4-5", "a 6, maybe a 7": one score, the higher. */
function withoutAlternatives(tokens: readonly Token[], scores: readonly Score[]): Score[] {
  const kept: Score[] = [];
  for (const score of scores) {
    const last = kept.at(-1);
    const between =
      last === undefined ? ['-'] : tokens.slice(last.to, score.from).map((t) => t.word);
    const areOne =
      between.every((word) => /^(or|to|maybe|perhaps|possibly|and|a|an|half)$/.test(word)) &&
      tokens[score.from]?.before !== 2;
    if (last !== undefined && areOne) {
      kept[kept.length - 1] = {
        from: last.from,
        to: score.to,
        value: Math.max(last.value, score.value),
      };
    } else kept.push(score);
  }
  return kept;
}

/** Every number on the pain scale, in the order of the text. */
export function scoresIn(reading: Reading, { isAsked, takesLone }: SeverityView): Score[] {
  const { tokens } = reading;
  const whole = outOfTen(tokens);
  const isTaken = (at: number): boolean => whole.some((one) => one.from <= at && at < one.to);
  const beside = besidePain(reading).filter(({ from }) => !isTaken(from));
  const bare = numbersIn(tokens).filter(
    (number) =>
      isAsked &&
      isScore(number.value) &&
      !isTaken(number.from) &&
      !isOtherThing(reading, number) &&
      !isOfScale(tokens, number),
  );
  const lone = takesLone
    ? loneNumbersIn(tokens).filter(
        (number) =>
          isScore(number.value) && !isTaken(number.from) && !isOtherThing(reading, number),
      )
    : [];
  // "6 or 7 out of 10": the first of the two is a score as the second is
  const before = whole.flatMap(({ from }): Score[] => {
    const joined = ['or', 'to', 'and'].includes(wordAt(tokens, from - 1)) ? from - 2 : from - 1;
    const other = numberAt(tokens, joined);
    return other !== null && other.to > joined && other.to <= from && isScore(other.value)
      ? [other]
      : [];
  });
  const all = new Map<number, Score>();
  for (const { from, to, value } of [...lone, ...bare, ...before, ...beside, ...whole]) {
    const known = all.get(from);
    if (known === undefined || known.to < to) all.set(from, { from, to, value });
  }
  const inOrder = [...all.values()].toSorted((left, right) => left.from - right.from);
  return withoutAlternatives(tokens, inOrder);
}

/** Words for strength, when a number was asked for. */
const inWords: readonly (readonly [string, number])[] = [
  ['severity-none', 0],
  ['severity-mild', 2],
  ['severity-middling', 5],
  ['severity-bad', 7],
  ['severity-very-bad', 8],
  ['severity-worst', 10],
];

/** A strength named by a word. The longest wording is the one meant: "not too bad" holds "bad". */
export function severityInWords(reading: Reading): number | undefined {
  const said = inWords.flatMap(([name, value]) =>
    cuesOf(reading, name).map(({ from, to }) => ({ value, length: to - from })),
  );
  return said.toSorted((a, b) => b.length - a.length || b.value - a.value)[0]?.value;
}
