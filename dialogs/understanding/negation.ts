import { isCutOff } from './clause';
import { cuesOf, type Reading } from './reading';
import { Break, type Span } from './token';

const subjects = new Set('i my he she his her it there they we the this'.split(' '));

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from && inner.to <= outer.to;

/** A plain "no" that answers something, and does not deny what follows. */
function isInterjection(reading: Reading, cue: Span): boolean {
  if (cue.to - cue.from !== 1 || reading.tokens[cue.from]?.word !== 'no') return false;
  const next = reading.tokens[cue.to];
  return next === undefined || next.before > Break.none || subjects.has(next.word);
}

/** "not that I don't have …": the outer negation takes the inner one back. */
function isTakenBack(reading: Reading, cue: Span): boolean {
  return cuesOf(reading, 'context-not-that').some(
    (outer) => outer.to <= cue.from && cue.from - outer.to <= 3,
  );
}

/**
 * The words of denial that count as such. `statements` are all things heard: a negation inside one of
 * them is part of it, as in "cannot feel", and denies nothing else.
 */
export function denialsIn(reading: Reading, statements: readonly Span[]): readonly Span[] {
  const pseudo = cuesOf(reading, 'context-not-really');
  return cuesOf(reading, 'context-not').filter(
    (cue) =>
      !isInterjection(reading, cue) &&
      !pseudo.some((span) => isWithin(cue, span)) &&
      !statements.some((span) => isWithin(cue, span)) &&
      !isTakenBack(reading, cue),
  );
}

/** Whether the person says that it is not so. */
export function isDenied(reading: Reading, match: Span, statements: readonly Span[]): boolean {
  return (
    denialsIn(reading, statements).some((cue) => isDenying(reading, cue, match)) ||
    isDeniedAfterwards(reading, match)
  );
}

/** Whether a word of denial reaches to what stands after it. */
export const isDenying = (reading: Reading, cue: Span, match: Span): boolean =>
  cue.from < match.from && !isCutOff(reading, { from: Math.min(cue.to, match.from), match });

/** "fever: no", "numbness none", "weakness is not there". */
export function isDeniedAfterwards(reading: Reading, match: Span): boolean {
  const { tokens } = reading;
  const after = cuesOf(reading, 'context-denied-after');
  for (let at = match.to; at < match.to + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.before === Break.sentence) {
      const follows = tokens[at + 1];
      const isAlone = follows === undefined || follows.before !== Break.none;
      // "fever? no."
      return at === match.to && isAlone && (token.word === 'no' || token.word === 'nope');
    }
    if (at > match.to && token.before !== Break.none) return false;
    if (after.some((cue) => cue.from === at)) return true;
    const next = tokens[at + 1];
    const closes = next === undefined || next.before !== Break.none;
    if (at === match.to && (token.word === 'no' || token.word === 'none') && closes) return true;
  }
  return false;
}
