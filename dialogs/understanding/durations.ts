import { dayNumber, type Today } from './calendar';
import { numberAt } from './numbers';
import type { Span, Token } from './token';

/** A stretch of time in days. `ago` and `since` say when it began, `for` how long it lasted. */
export interface SaidDays extends Span {
  readonly days: number;
  readonly kind: 'for' | 'ago' | 'since';
}

const dayLength: ReadonlyMap<string, number> = new Map(
  (
    [
      [1 / 86_400, 'second seconds sec secs'],
      [1 / 1440, 'minute minutes min mins'],
      [1 / 24, 'hour hours hr hrs h'],
      [1, 'day days d dy dys night nights'],
      [7, 'week weeks wk wks w'],
      [14, 'fortnight fortnights'],
      [30, 'month months mo mos mth mths mnth mnths'],
      [365, 'year years yr yrs y'],
      [3650, 'decade decades'],
      [2, 'weekend weekends'],
    ] as const
  ).flatMap(([days, words]) => words.split(' ').map((word): [string, number] => [word, days])),
);
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const shortWeekdays = 'sun mon tue wed thu fri sat tues weds thur thurs'.split(' ');
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const shortMonths = 'jan feb mar apr may jun jul aug sep oct nov dec sept'.split(' ');
const partsOfDay = new Set('morning afternoon evening night lunchtime noon breakfast'.split(' '));

const round = (days: number): number => Math.round(days * 100) / 100;

const weekdayOf = (word: string): number => {
  const full = weekdays.indexOf(word);
  if (full >= 0) return full;
  const short = shortWeekdays.indexOf(word);
  return short < 7 ? short : ([2, 3, 4, 4][short - 7] ?? -1);
};
const monthOf = (word: string): number => {
  const full = months.indexOf(word);
  if (full >= 0) return full + 1;
  const short = shortMonths.indexOf(word);
  return short === 12 ? 9 : short + 1;
};

/** "7 weeks", "a couple of days", "a week and a half", "a fortnight": without what stands around it. */
function amountAt(tokens: readonly Token[], at: number): { days: number; to: number } | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  let number = numberAt(tokens, at);
  if (number === null && (word(at) === 'a' || word(at) === 'an' || word(at) === 'one')) {
    number = { value: 1, from: at, to: at + 1 };
  }
  let unitAt = number?.to ?? at;
  let value = number?.value ?? 1;
  if (number !== null && (word(unitAt) === 'or' || word(unitAt) === 'to')) {
    const other = numberAt(tokens, unitAt + 1);
    if (other !== null && dayLength.has(word(other.to))) {
      value = (value + other.value) / 2;
      unitAt = other.to;
    }
  }
  while (
    ['good', 'whole', 'full', 'solid', 'long', 'more', 'odd', 'or', 'so', 'ish'].includes(
      word(unitAt),
    )
  ) {
    unitAt += 1;
  }
  const unit = dayLength.get(word(unitAt));
  if (unit === undefined) return null;
  if (number === null) {
    const isManifold = /(days|weeks|months|years|hours|wks|yrs|ages)$/.test(word(unitAt));
    if (isManifold) return { days: unit * 3, to: unitAt + 1 };
    if (word(unitAt + 1) === 'and' && word(unitAt + 2) === 'a' && word(unitAt + 3) === 'half') {
      return { days: unit * 1.5, to: unitAt + 4 };
    }
    return word(unitAt) === 'fortnight' ? { days: 14, to: unitAt + 1 } : null;
  }
  // a lone letter is a unit only right after digits: "3 d", not "a d"
  if (word(unitAt).length === 1 && !/\d/.test(word(at))) return null;
  let to = unitAt + 1;
  if (word(to) === 'and' && word(to + 1) === 'a' && word(to + 2) === 'half') {
    value += 0.5;
    to += 3;
  }
  return { days: unit * value, to };
}

/** "tuesday", "last week", "this morning", "2019", "march": how many days before today. */
function momentAt(
  tokens: readonly Token[],
  at: number,
  today: Today | null,
): { days: number; to: number; sure: boolean } | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  const first = word(at);
  const second = word(at + 1);
  if (first === 'today' || first === 'tonight') return { days: 0.5, to: at + 1, sure: true };
  if (first === 'this' && partsOfDay.has(second)) return { days: 0.5, to: at + 2, sure: true };
  if (first === 'overnight') return { days: 0.5, to: at + 1, sure: true };
  if (first === 'earlier' && second === 'today') return { days: 0.5, to: at + 2, sure: true };
  if (first === 'day' && second === 'before' && word(at + 2) === 'yesterday') {
    return { days: 2, to: at + 3, sure: true };
  }
  if (first === 'yesterday') {
    return { days: 1, to: partsOfDay.has(second) ? at + 2 : at + 1, sure: true };
  }
  const isLast = first === 'last' || first === 'the';
  const named = isLast || first === 'on' || first === 'this' ? at + 1 : at;
  const name = word(named);
  if (first === 'last' && (name === 'night' || name === 'evening'))
    return { days: 1, to: at + 2, sure: true };
  if (first === 'last' && dayLength.has(name))
    return { days: dayLength.get(name) ?? 7, to: at + 2, sure: true };
  if (name === 'weekend' && today !== null) {
    return { days: (today.weekday + 1) % 7 || 7, to: named + 1, sure: isLast };
  }
  const weekday = weekdayOf(name);
  if (weekday >= 0 && today !== null) {
    const days = (today.weekday - weekday + 7) % 7 || 7;
    const to = partsOfDay.has(word(named + 1)) ? named + 2 : named + 1;
    return { days, to, sure: name.length > 3 };
  }
  const month = monthOf(name);
  if (month > 0 && today !== null && (name !== 'may' || first === 'last')) {
    const year = month >= today.month ? today.year - 1 : today.year;
    return { days: today.dayNumber - dayNumber(year, month, 1), to: named + 1, sure: false };
  }
  if (name === 'christmas' && today !== null) {
    return {
      days: today.dayNumber - dayNumber(today.year - 1, 12, 25),
      to: named + 1,
      sure: false,
    };
  }
  if (/^(19|20)\d\d$/.test(first) && today !== null) {
    return { days: Math.max(0, (today.year - Number(first)) * 365), to: at + 1, sure: false };
  }
  return null;
}

const before = new Set('since from after start started began begin'.split(' '));
const fillers = new Set(
  'about around roughly approximately like maybe at least over nearly almost just past more than least'.split(
    ' ',
  ),
);

const afterFillers = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (fillers.has(tokens[at]?.word ?? '')) at += 1;
  return at;
};

/** Every stretch of time that is spoken about. Without `today`, weekdays and months are not read. */
export function daysIn(tokens: readonly Token[], today: Today | null): SaidDays[] {
  const found: SaidDays[] = [];
  let at = 0;
  while (at < tokens.length) {
    const since = before.has(tokens[at]?.word ?? '');
    const begins = since ? afterFillers(tokens, at + 1) : at;
    const amount = amountAt(tokens, begins);
    if (amount !== null) {
      const next = tokens[amount.to]?.word;
      const isAgo = next === 'ago' || next === 'back' || next === 'earlier';
      const isAge =
        next === 'old' ||
        next === 'young' ||
        (next === 'of' && tokens[amount.to + 1]?.word === 'age');
      const isRate = ['a', 'per', 'every', 'each'].includes(tokens[at - 1]?.word ?? '');
      if (!isAge && !(isRate && !isAgo)) {
        const to = isAgo ? amount.to + 1 : amount.to;
        found.push({
          from: at,
          to,
          days: round(amount.days),
          kind: isAgo ? 'ago' : since ? 'since' : 'for',
        });
      }
      at = amount.to;
      continue;
    }
    const moment = momentAt(tokens, begins, today);
    if (moment !== null && (since || moment.sure)) {
      found.push({
        from: at,
        to: moment.to,
        days: round(moment.days),
        kind: since ? 'since' : 'ago',
      });
      at = moment.to;
      continue;
    }
    at += 1;
  }
  return found;
}
