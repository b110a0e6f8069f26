import type { Today } from './calendar';
import { dateAt, daysSinceDate, type NamedDay } from './dates';
import { dayLength, monthOf, partsOfDay, weekdayOf, yearlyDays } from './time-words';
import type { Token } from './token';

interface Phrase {
  readonly words: readonly string[];
  readonly days: number;
  readonly sure: boolean;
}

/** Phrases for a day by its distance; the longest that fits counts. */
const phrases: readonly Phrase[] = (
  [
    [0, true, 'today|tonight|overnight|earlier today|earlier on today|just now|this minute'],
    [0, false, 'first thing|just happened|just started|just this minute|right now|now'],
    [1, true, 'yesterday|last night|last evening|day before today'],
    [2, true, 'day before yesterday|night before last|evening before last|day before last'],
    [2, true, 'other night|other evening'],
    [3, true, 'other day'],
    [14, true, 'week before last|other week'],
  ] as const
)
  .flatMap(([days, sure, all]) =>
    all.split('|').map((phrase): Phrase => ({ words: phrase.split(' '), days, sure })),
  )
  .toSorted((left, right) => right.words.length - left.words.length);

/** Hours of this day that need a "since" to say when something began. */
const hours = new Set(
  'breakfast lunch lunchtime dinner dinnertime noon midday midnight dawn waking earlier'.split(' '),
);

/** Words before a month that say which part of it. */
const partsOfMonth: ReadonlyMap<string, number> = new Map([
  ['early', 5],
  ['start', 1],
  ['beginning', 1],
  ['mid', 15],
  ['middle', 15],
  ['late', 25],
  ['end', 28],
]);

function phraseAt(tokens: readonly Token[], at: number): NamedDay | null {
  for (const { words, days, sure } of phrases) {
    if (!words.every((word, index) => tokens[at + index]?.word === word)) continue;
    // "every other day" is how often
    if (words[0] === 'other' && tokens[at - 1]?.word === 'every') return null;
    const to = at + words.length;
    return { days, to: partsOfDay.has(tokens[to]?.word ?? '') ? to + 1 : to, sure };
  }
  return null;
}

/** "6 am", "half past two", "8 o'clock". */
function clockAt(tokens: readonly Token[], at: number): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (!/^\d{1,2}([.,]\d\d)?$/.test(word(at))) return null;
  const hasMinutes = /^\d\d$/.test(word(at + 1));
  const next = hasMinutes ? at + 2 : at + 1;
  if (['am', 'pm', 'oclock', 'clock'].includes(word(next)))
    return { days: 0, to: next + 1, sure: false };
  return word(next) === 'o' && word(next + 1) === 'clock'
    ? { days: 0, to: next + 2, sure: false }
    : null;
}

/** After these, "sat" is not a day. */
const afterSat = new Set('at in on down for all too around about still here watching'.split(' '));

/** A day of the week, with the week when that is said too: "Tuesday last week". */
function weekdayAt(tokens: readonly Token[], at: number, today: Today): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  const named = ['last', 'the', 'on', 'this'].includes(word(at)) ? at + 1 : at;
  const name = word(named);
  const weekday = weekdayOf(name);
  if (weekday < 0 || (name === 'sat' && afterSat.has(word(named + 1)))) return null;
  let to = partsOfDay.has(word(named + 1)) ? named + 2 : named + 1;
  const date = dateAt(tokens, to, today);
  if (date !== null && date.sure) return date;
  let days = (today.weekday - weekday + 7) % 7 || 7;
  const of = word(to) === 'of' ? to + 1 : to;
  if (word(of) === 'last' && word(of + 1) === 'week') {
    // weeks begin on Monday
    days = ((today.weekday + 6) % 7) - ((weekday + 6) % 7) + 7;
    to = of + 2;
  } else if (word(to) === 'before' && word(to + 1) === 'last') {
    days += 7;
    to += 2;
  }
  return { days, to, sure: name.length > 3 };
}

function monthAt(tokens: readonly Token[], at: number, today: Today): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  let named = at;
  if (word(named) === 'in' || word(named) === 'the' || word(named) === 'last') named += 1;
  const part = partsOfMonth.get(word(named));
  if (part !== undefined) {
    named += 1;
    while (word(named) === 'of' || word(named) === 'the' || word(named) === 'this') named += 1;
  }
  if (part !== undefined && word(named) === 'month') {
    const days = daysSinceDate(today, today.month, part);
    return days === null ? null : { days, to: named + 1, sure: false };
  }
  const month = monthOf(word(named));
  if (month === 0 || (word(named) === 'may' && named === at)) return null;
  const days = daysSinceDate(today, month, part ?? 1);
  return days === null ? null : { days, to: named + 1, sure: false };
}

function yearlyAt(tokens: readonly Token[], at: number, today: Today): NamedDay | null {
  const from = ['the', 'last', 'this'].includes(tokens[at]?.word ?? '') ? at + 1 : at;
  for (const length of [2, 1]) {
    const name = tokens
      .slice(from, from + length)
      .map(({ word }) => word)
      .join(' ');
    const day = yearlyDays.get(name);
    const days = day === undefined ? null : daysSinceDate(today, day[0], day[1]);
    if (days !== null) return { days, to: from + length, sure: false };
  }
  return null;
}

/** "tuesday", "last week", "this morning", "the ninth", "2019": how many days before today. */
export function momentAt(
  tokens: readonly Token[],
  at: number,
  today: Today | null,
): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  const first = word(at);
  const phrase = phraseAt(tokens, first === 'the' ? at + 1 : at);
  if (phrase !== null) return phrase;
  if (first === 'this' && partsOfDay.has(word(at + 1))) return { days: 0, to: at + 2, sure: true };
  if (first === 'this' && word(at + 1) === 'very' && partsOfDay.has(word(at + 2)))
    return { days: 0, to: at + 3, sure: true };
  if (hours.has(first)) return { days: 0, to: at + 1, sure: false };
  const clock = clockAt(tokens, at);
  if (clock !== null) return clock;
  const isLast = first === 'last' || first === 'the';
  const unit = dayLength.get(word(at + 1));
  if (first === 'last' && unit !== undefined && word(at + 1) !== 'weekend')
    return { days: unit, to: at + 2, sure: true };
  if (today === null) return null;
  const named = isLast || first === 'this' || first === 'at' ? at + 1 : at;
  const weekendAt = word(named) === 'the' ? named + 1 : named;
  if (word(weekendAt) === 'weekend') {
    const isWeekend = today.weekday === 0 || today.weekday === 6;
    const days = ((today.weekday + 1) % 7 || 7) + (first === 'last' && isWeekend ? 7 : 0);
    const isBeforeLast = word(weekendAt + 1) === 'before' && word(weekendAt + 2) === 'last';
    return isBeforeLast
      ? { days: days + 7, to: weekendAt + 3, sure: true }
      : { days, to: weekendAt + 1, sure: weekendAt > at };
  }
  const weekday = weekdayAt(tokens, at, today) ?? dateAt(tokens, at, today);
  if (weekday !== null) return weekday;
  if (/^(19|20)\d\d$/.test(first)) {
    return { days: Math.max(0, (today.year - Number(first)) * 365), to: at + 1, sure: false };
  }
  return monthAt(tokens, at, today) ?? yearlyAt(tokens, at, today);
}
