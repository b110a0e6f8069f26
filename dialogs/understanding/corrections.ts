import { daysIn } from './durations';
import { numberAt, numbersIn } from './numbers';
import { cuesOf, hasCueAt, type Reading } from './reading';
import { dayLength } from './time-words';
import { Break } from './token';

/** The word after the last "no, wait" or "sorry, I mean" that has something before it; null when none. */
export function correctionIn(reading: Reading): number | null {
  const { tokens } = reading;
  const cue = cuesOf(reading, 'answer-takes-back').findLast(
    ({ from, to }) => from > 0 && to < tokens.length,
  );
  if (cue === undefined) return null;
  const isPlain = cue.to - cue.from === 1 && tokens[cue.from]?.word === 'no';
  const isApart = tokens[cue.from]?.before !== Break.none || tokens[cue.to]?.before !== Break.none;
  const corrects =
    numberAt(tokens, cue.to) !== null && numbersIn(tokens.slice(0, cue.from)).length > 0;
  // "no" alone denies what follows, unless it puts one number in the place of another
  return isPlain && !(isApart && corrects) ? null : cue.to;
}

/** A fact that a bare number was put in the place of; `said` is that number as it was spoken. */
export interface Replaced {
  readonly slot: 'durationDays' | 'severity' | 'age';
  readonly value: number;
  readonly said: number;
}

/** What a bare number after a correction stands for, by the number that it replaces. */
export function replacedNumber(reading: Reading, at: number): Replaced | null {
  const { tokens } = reading;
  let from = at;
  while (
    /^(a|an|it|is|was|more|like|about|make|i|mean|actually|no|sorry)$/.test(
      tokens[from]?.word ?? '',
    )
  )
    from += 1;
  const number = numberAt(tokens, from);
  if (number === null || dayLength.has(tokens[number.to]?.word ?? '')) return null;
  if (tokens[number.to] !== undefined && tokens[number.to]?.before === Break.none) return null;
  const said = number.value;
  const head = tokens.slice(0, at);
  const last = numbersIn(head).at(-1);
  if (last === undefined) return null;
  const time = daysIn(head, null).findLast((span) => span.from <= last.from && last.from < span.to);
  if (time !== undefined && last.value > 0) {
    return { slot: 'durationDays', value: (time.days / last.value) * number.value, said };
  }
  const wasAge =
    hasCueAt(reading, 'age-after', last.to) ||
    cuesOf(reading, 'age-before').some((cue) => cue.to === last.from) ||
    last.value > 10;
  if (wasAge) return number.value % 1 === 0 ? { slot: 'age', value: said, said } : null;
  return number.value <= 10 ? { slot: 'severity', value: said, said } : null;
}
