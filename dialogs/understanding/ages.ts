import type { Today } from './calendar';
import { loneNumbersIn } from './fragments';
import { numberAt, type SaidNumber } from './numbers';
import type { Whose } from './patient';
import { cuesOf, hasCueAt, type Reading } from './reading';
import { Break } from './token';

const isAge = ({ value }: SaidNumber): boolean => value >= 1 && value <= 110 && value % 1 === 0;

/** "my daughter is 7", "my husband, 50,": said right after the person. */
function isOfPerson(reading: Reading, number: SaidNumber): boolean {
  const { tokens } = reading;
  const closes = tokens[number.to] === undefined || tokens[number.to]?.before !== Break.none;
  const isLinked = /^(and|with|so|who|but|he|she|has)$/.test(tokens[number.to]?.word ?? '');
  if (!closes && !isLinked) return false;
  let at = number.from;
  while (
    /^(is|are|only|just|about|nearly|almost|aged|who|now|he|she)$/.test(tokens[at - 1]?.word ?? '')
  )
    at -= 1;
  const persons = [...cuesOf(reading, 'context-person'), ...cuesOf(reading, 'context-child')];
  const isBeside = at < number.from || tokens[number.from]?.before === Break.phrase;
  return isBeside && persons.some((cue) => cue.to === at);
}

/** "I'll be seventy in March", "born in 1980". */
function ageByYears(reading: Reading, today: Today | null): number | undefined {
  const { tokens } = reading;
  const [will] = cuesOf(reading, 'age-will-be');
  const next = will === undefined ? null : numberAt(tokens, will.to);
  if (
    next !== null &&
    isAge(next) &&
    /^(in|next|this|on|soon|tomorrow)$/.test(tokens[next.to]?.word ?? '')
  )
    return next.value - 1;
  const [born] = cuesOf(reading, 'age-born');
  const year = born === undefined ? '' : (tokens[born.to]?.word ?? '');
  if (today === null || !/^(19|20)\d\d$/.test(year)) return undefined;
  return Math.max(0, today.year - Number(year));
}

/** How old the person is who needs help. `takesLone`: a number in a fragment of its own counts. */
export function ageIn(
  reading: Reading,
  whose: Whose,
  today: Today | null,
  takesLone: boolean,
): number | undefined {
  const { tokens } = reading;
  const byYears = ageByYears(reading, today);
  if (byYears !== undefined) return byYears;
  const speaksOfSelf = cuesOf(reading, 'context-self').length > 0;
  for (const [at] of tokens.entries()) {
    const number = numberAt(tokens, at);
    if (number === null || !isAge(number)) continue;
    if (isOfPerson(reading, number) && (whose.patient !== 'self' || !speaksOfSelf))
      return number.value;
    if (!whose.isPatient(at)) continue;
    const isNone = hasCueAt(reading, 'not-an-age', number.to);
    const after = hasCueAt(reading, 'age-after', number.to);
    // "I'm a 6" is on the pain scale
    const isScore = number.value <= 10 && /^(a|an|at|about)$/.test(tokens[at - 1]?.word ?? '');
    const isNow = number.value > 10 && cuesOf(reading, 'age-now').some((cue) => cue.to === at);
    const before =
      isNow || (!isScore && cuesOf(reading, 'age-before').some((cue) => cue.to === at));
    if (!after && (!before || isNone)) continue;
    if (cuesOf(reading, 'since-age').some((cue) => cue.to === at)) continue;
    return number.value;
  }
  if (!takesLone) return undefined;
  const lone = loneNumbersIn(tokens).find(
    (number) =>
      isAge(number) &&
      number.value > 10 &&
      number.to - number.from === number.fragment.to - number.fragment.from &&
      !hasCueAt(reading, 'not-an-age', number.to) &&
      !isScaleEnd(reading, number),
  );
  return lone?.value;
}

const isScaleEnd = ({ tokens }: Reading, { from, to }: SaidNumber): boolean =>
  tokens[to]?.word === '/' || tokens[from - 1]?.word === '/';
