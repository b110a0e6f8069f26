import type { Today } from './calendar';
import { momentAt } from './moments';
import { numberAt } from './numbers';
import { dayLength } from './time-words';
import type { Span, Token } from './token';

/** A stretch of time in days. `ago` and `since` say when it began, `for` how long it lasted. */
export interface SaidDays extends Span {
  readonly days: number;
  readonly kind: 'for' | 'ago' | 'since';
  /** A day was named, "on Friday", and no amount counted. */
  readonly isMoment: boolean;
}

const round = (days: number): number => Math.round(days * 100) / 100;

const loosely = new Set('good whole full solid long more odd or so ish straight'.split(' '));
const articles = new Set(['a', 'an', 'one']);

/** The higher end of "2 or 3", "2 to 3" and "2-3" is meant: longer is the graver. */
function rangeAt(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const joined = ['or', 'to', 'and', 'maybe', 'perhaps'].includes(tokens[at]?.word ?? '');
  const other = numberAt(tokens, joined ? at + 1 : at);
  if (other === null || tokens[at]?.before !== 0) return null;
  if (tokens[at]?.word === 'and' && /^(a|half)$/.test(tokens[at + 1]?.word ?? '')) return null;
  return dayLength.has(tokens[other.to]?.word ?? '') ? other : null;
}

/** "7 weeks", "a couple of days", "a week and a half", "a fortnight": without what stands around it. */
function amountAt(tokens: readonly Token[], at: number): { days: number; to: number } | null {
  const word = (index: number): string => tokens[index]?.word ?? '';
  let number = numberAt(tokens, at);
  if (number === null && articles.has(word(at))) number = { value: 1, from: at, to: at + 1 };
  let unitAt = number?.to ?? at;
  let value = number?.value ?? 1;
  const range = number === null ? null : rangeAt(tokens, unitAt);
  if (range !== null) {
    value = Math.max(value, range.value);
    unitAt = range.to;
  }
  while (loosely.has(word(unitAt))) unitAt += 1;
  const unit = dayLength.get(word(unitAt));
  if (unit === undefined) return null;
  if (number === null) {
    // "over some hours" tells how it came on
    if (word(at - 1) === 'over' || word(at - 2) === 'over') return null;
    const isManifold = /(days|weeks|months|years|hours|wks|yrs)$/.test(word(unitAt));
    if (isManifold) return { days: unit * 3, to: unitAt + 1 };
    if (word(unitAt + 1) === 'and' && word(unitAt + 2) === 'a' && word(unitAt + 3) === 'half') {
      return { days: unit * 1.5, to: unitAt + 4 };
    }
    return word(unitAt) === 'fortnight' ? { days: 14, to: unitAt + 1 } : null;
  }
  // a lone letter is a unit only right after digits: "3 d", not "a d"
  if (word(unitAt).length === 1 && !/\d/.test(word(at))) return null;
  // "one second fine, next second not"
  if (/^(second|sec|minute)$/.test(word(unitAt)) && word(at) === 'one') return null;
  let to = unitAt + 1;
  if (word(to) === 'and' && word(to + 1) === 'a' && word(to + 2) === 'half') {
    value += 0.5;
    to += 3;
  } else if (word(to) === 'or') {
    const other = numberAt(tokens, to + 1);
    const isBare = other !== null && !dayLength.has(word(other.to)) && value < other.value;
    if (isBare && tokens[other.to]?.before !== 0) {
      value = other.value;
      to = other.to;
    }
  }
  return { days: unit * value, to };
}

/** "day 3 of this". */
function dayCountAt(tokens: readonly Token[], at: number): { days: number; to: number } | null {
  if (tokens[at]?.word !== 'day') return null;
  const number = numberAt(tokens, at + 1);
  if (number === null || dayLength.has(tokens[number.to]?.word ?? '')) return null;
  const isOpening = at === 0 || tokens[at]?.before !== 0;
  const before = tokens[at - 1]?.word ?? '';
  return isOpening || ['on', 'is', 'now', 'its', 'at', 'to'].includes(before)
    ? { days: number.value, to: number.to }
    : null;
}

const before = new Set(
  'since from after start started starting starts began begin begun onset sinse sins'.split(' '),
);
const fillers = new Set(
  'about around roughly approximately like maybe at least over nearly almost just past more than least only back hurting me it again properly on off off up'.split(
    ' ',
  ),
);

const afterFillers = (tokens: readonly Token[], from: number): number => {
  let at = from;
  while (fillers.has(tokens[at]?.word ?? '') && at - from < 3) at += 1;
  return at;
};

/** Words after "back" that make it a part of the body: "for 3 weeks back pain". */
const afterBody = new Set(
  'pain pains ache aches aching hurts hurting is was has been spasm spasms problem problems trouble sore soreness went muscle muscles injury locked stiff stiffness'.split(
    ' ',
  ),
);

function isAgoAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word;
  if (word === 'ago' || word === 'earlier') return true;
  return word === 'back' && !afterBody.has(tokens[at + 1]?.word ?? '');
}

/**
 * Every stretch of time that is spoken about. Without `today`, weekdays and months are not read. When
 * it was asked for, a month, a feast or an hour alone says when it began.
 */
export function daysIn(tokens: readonly Token[], today: Today | null, isAsked = false): SaidDays[] {
  const found: SaidDays[] = [];
  let at = 0;
  while (at < tokens.length) {
    const since = before.has(tokens[at]?.word ?? '');
    let begins = since ? afterFillers(tokens, at + 1) : at;
    const date = momentAt(tokens, begins, today);
    const amount =
      date !== null && date.sure ? null : (amountAt(tokens, begins) ?? dayCountAt(tokens, begins));
    if (amount !== null) {
      const next = tokens[amount.to]?.word;
      const isAgo = isAgoAt(tokens, amount.to);
      const isAge =
        next === 'old' ||
        next === 'young' ||
        (next === 'of' && tokens[amount.to + 1]?.word === 'age');
      const isRate = ['a', 'per', 'every', 'each'].includes(tokens[at - 1]?.word ?? '');
      if (!isAge && !(isRate && !isAgo)) {
        const to = isAgo ? amount.to + 1 : amount.to;
        const kind = isAgo ? 'ago' : since ? 'since' : 'for';
        found.push({ from: at, to, days: round(amount.days), kind, isMoment: false });
      }
      at = amount.to;
      continue;
    }
    // "started hurting on tuesday": "on" belongs to the day
    if (since && date === null && tokens[begins - 1]?.word === 'on') begins -= 1;
    const moment = date ?? momentAt(tokens, begins, today);
    if (moment !== null && (since || isAsked || moment.sure)) {
      found.push({
        from: at,
        to: moment.to,
        days: round(moment.days),
        kind: since ? 'since' : 'ago',
        isMoment: true,
      });
      at = moment.to;
      continue;
    }
    at += 1;
  }
  return found;
}
