import { numberAt, numbersIn } from './numbers';
import { cuesOf, hasCueAt, type Reading } from './reading';

const highest = 10;
const isScore = (value: number): boolean => value >= 0 && value <= highest;

/** "7/10", "8 out of 10", "seven and a half outta ten". */
function outOfTen(reading: Reading): number | undefined {
  const { tokens } = reading;
  for (const { value, to } of numbersIn(tokens).toReversed()) {
    const word = tokens[to]?.word;
    const ofAt =
      word === '/' ? to + 1 : word === 'out' && tokens[to + 1]?.word === 'of' ? to + 2 : 0;
    if (ofAt === 0) continue;
    const whole = numberAt(tokens, ofAt)?.value;
    if (whole === 10 && value <= 20) return Math.min(value, highest);
    if (whole === 5 && value <= 5) return value * 2;
    if (whole === 100 && value <= 100) return value / 10;
  }
  return undefined;
}

/** "pain is a 7", "pain level 6", "hurts about 5". */
function besidePain(reading: Reading): number | undefined {
  const { tokens } = reading;
  for (const cue of cuesOf(reading, 'severity-of')) {
    const number = numberAt(tokens, cue.to);
    if (number === null || !isScore(number.value)) continue;
    const next = tokens[number.to]?.word ?? '';
    if (!hasCueAt(reading, 'not-a-score', number.to) && !/^(am|pm|th|st)$/.test(next))
      return number.value;
  }
  return undefined;
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

/** How strong the pain is, 0 to 10. When it was asked for, a bare number and plain words count too. */
export function severityIn(reading: Reading, isAsked: boolean): number | undefined {
  const stated = outOfTen(reading) ?? besidePain(reading);
  if (stated !== undefined) return stated;
  if (!isAsked) return undefined;
  const numbers = numbersIn(reading.tokens).filter(
    ({ value, to }) => isScore(value) && !hasCueAt(reading, 'not-a-score', to),
  );
  if (numbers.length > 0) return Math.max(...numbers.map(({ value }) => value));
  // the longest wording is the one meant: "not too bad" holds "bad"
  const said = inWords.flatMap(([name, value]) =>
    cuesOf(reading, name).map(({ from, to }) => ({ value, length: to - from })),
  );
  return said.toSorted((a, b) => b.length - a.length || b.value - a.value)[0]?.value;
}
