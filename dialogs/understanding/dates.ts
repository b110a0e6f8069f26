import { dayNumber, type Today } from './calendar';
import { numberAt } from './numbers';
import { monthOf } from './time-words';
import type { Token } from './token';

/** A day that was named, and whether it is one without a "since" or "on" before it. */
export interface NamedDay {
  readonly days: number;
  readonly to: number;
  readonly sure: boolean;
}

const endings = new Set(['st', 'nd', 'rd', 'th']);
const ordinals: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 1])
    .concat([['thirtieth', 30]]),
);
/** "the 3rd time", "the 2nd day" are no dates. */
const countedThings = new Set(
  'time day one week month year trimester floor grade kid child birthday degree vertebra lumbar attack episode spasm bout go baby pregnancy operation option one question thing'.split(
    ' ',
  ),
);

/** Days since a day and month, this year or the last. Null when there is no such day. */
export function daysSinceDate(today: Today, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const thisYear = today.dayNumber - dayNumber(today.year, month, day);
  return thisYear >= 0 ? thisYear : today.dayNumber - dayNumber(today.year - 1, month, day);
}

function daysSinceDayOfMonth(today: Today, day: number): number {
  const first = dayNumber(today.year, today.month, 1);
  const here = today.dayNumber - (first + day - 1);
  if (here >= 0) return here;
  const [year, month] = today.month === 1 ? [today.year - 1, 12] : [today.year, today.month - 1];
  return today.dayNumber - dayNumber(year, month, day);
}

interface Day {
  readonly day: number;
  readonly to: number;
  readonly isOrdinal: boolean;
}

/** "5", "5th", "fifth", "twenty first". */
function dayAt(tokens: readonly Token[], at: number): Day | null {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (/^\d{1,2}$/.test(word)) {
    const isOrdinal = endings.has(next);
    return { day: Number(word), to: isOrdinal ? at + 2 : at + 1, isOrdinal };
  }
  const ordinal = ordinals.get(word);
  if (ordinal !== undefined) return { day: ordinal, to: at + 1, isOrdinal: true };
  const ten = word === 'twenty' || word === 'thirty' ? numberAt(tokens.slice(at, at + 1), 0) : null;
  const one = ordinals.get(next) ?? 10;
  return ten !== null && one < 10 ? { day: ten.value + one, to: at + 2, isOrdinal: true } : null;
}

const skipYear = (tokens: readonly Token[], at: number): number =>
  /^20\d\d$/.test(tokens[at]?.word ?? '') ? at + 1 : at;

/** "3/11" and "2026-11-03": the order that lies nearer in the past is meant. */
function figuresAt(tokens: readonly Token[], at: number, today: Today): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  if (/^20\d\d$/.test(word(at)) && /^\d\d$/.test(word(at + 1)) && /^\d\d$/.test(word(at + 2))) {
    const day = dayNumber(Number(word(at)), Number(word(at + 1)), Number(word(at + 2)));
    return day <= today.dayNumber ? { days: today.dayNumber - day, to: at + 3, sure: true } : null;
  }
  if (word(at + 1) !== '/' || !/^\d\d?$/.test(word(at)) || !/^\d\d?$/.test(word(at + 2)))
    return null;
  const [left, right] = [Number(word(at)), Number(word(at + 2))];
  const ways = [daysSinceDate(today, right, left), daysSinceDate(today, left, right)];
  const days = Math.min(...ways.map((way) => way ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(days) || (left === 24 && right === 7)) return null;
  const hasYear = word(at + 3) === '/' && /^(20)?\d\d$/.test(word(at + 4));
  return { days, to: hasYear ? at + 5 : at + 3, sure: hasYear || (left > 10 && right !== 10) };
}

/** The day of the calendar that is named at a word: "5 November", "the ninth", "Nov 5th", "3/11". */
export function dateAt(tokens: readonly Token[], start: number, today: Today): NamedDay | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  const isOn = word(start) === 'on';
  let at = isOn ? start + 1 : start;
  const isThe = word(at) === 'the';
  if (isThe) at += 1;
  const month = monthOf(word(at));
  if (month > 0) {
    const day = dayAt(tokens, word(at + 1) === 'the' ? at + 2 : at + 1);
    if (day === null || (word(at) === 'may' && !day.isOrdinal)) return null;
    const days = daysSinceDate(today, month, day.day);
    return days === null ? null : { days, to: skipYear(tokens, day.to), sure: true };
  }
  const figures = figuresAt(tokens, at, today);
  if (figures !== null) return isOn ? { ...figures, sure: true } : figures;
  const day = dayAt(tokens, at);
  if (day === null || day.day > 31) return null;
  const isOf = word(day.to) === 'of';
  const named = monthOf(word(isOf ? day.to + 1 : day.to));
  if (named > 0 && (word(day.to) !== 'may' || day.isOrdinal)) {
    const days = daysSinceDate(today, named, day.day);
    if (days === null) return null;
    return { days, to: skipYear(tokens, isOf ? day.to + 2 : day.to + 1), sure: true };
  }
  if (!day.isOrdinal || !isThe) return null;
  const after = tokens[day.to];
  if (after !== undefined && after.before === 0 && countedThings.has(after.word)) return null;
  const isFigure = /^\d/.test(word(at));
  return { days: daysSinceDayOfMonth(today, day.day), to: day.to, sure: isFigure || isOn };
}
