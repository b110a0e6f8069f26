import { hasCueBetween } from './clause';
import { daysIn } from './durations';
import { cuesOf, type Reading } from './reading';
import { Break, sentenceEnd, sentenceStart, type Span } from './token';

/** Further back than this, something is over unless the person says that it goes on. */
const longPastDays = 85;

/** Whether the words say that it was long ago, or that it is over. */
export function isOver(reading: Reading, match: Span): boolean {
  const from = sentenceStart(reading.tokens, match.from);
  const to = sentenceEnd(reading.tokens, match.to - 1);
  const isSame = (cue: Span): boolean => {
    const [left, right] = cue.from < match.from ? [cue.to, match.from] : [match.to, cue.from];
    return (
      !hasCueBetween(reading, 'context-again', left, right) &&
      (cue.from === from || !isParted(reading, left, right))
    );
  };
  const isNear = (cue: Span): boolean => cue.from >= from && cue.to <= to && isSame(cue);
  if (cuesOf(reading, 'context-past').some(isNear)) return !goesOn(reading, match, to);
  const long = daysIn(reading.tokens, null).some(
    (said) => said.kind === 'ago' && said.days >= longPastDays && isNear(said),
  );
  if (long) return !goesOn(reading, match, to);
  return isSettled(reading, match);
}

/** Whether another item of a list, or another clause, begins in between. */
function isParted(reading: Reading, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) {
    const token = reading.tokens[at];
    if (token?.word === 'and' || token?.before === Break.phrase) return true;
  }
  return reading.tokens[to]?.before === Break.phrase;
}

/** "… and it is still there", "… and it came back". */
function goesOn(reading: Reading, match: Span, to: number): boolean {
  return hasCueBetween(reading, 'context-goes-on', match.from, to);
}

/** "I had a fever but it has gone": said in the same sentence or the next. */
function isSettled(reading: Reading, match: Span): boolean {
  const to = sentenceEnd(reading.tokens, match.to - 1);
  const next = to < reading.tokens.length ? sentenceEnd(reading.tokens, to) : to;
  return cuesOf(reading, 'context-settled').some(
    (cue) =>
      cue.from >= match.to &&
      (cue.to <= to || (cue.from === to && cue.to <= next)) &&
      cue.from - match.to <= 8,
  );
}
