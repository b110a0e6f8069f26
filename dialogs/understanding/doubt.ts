import { isCutOff } from './clause';
import { cuesOf, type Reading } from './reading';
import { Break, type Span } from './token';

const hedges = new Set(['maybe', 'perhaps', 'possibly', 'might', 'mebbe']);

/** Whether the person is not sure that it is so, and should be asked back. */
export function isDoubted(reading: Reading, match: Span): boolean {
  const { tokens } = reading;
  return cuesOf(reading, 'context-doubt').some((cue) => {
    if (cue.to <= match.from) return !isCutOffDoubt(reading, cue, match);
    // "can't tell if I need to go" is a sign in itself
    if (cue.from < match.to) return hedges.has(tokens[cue.from]?.word ?? '');
    if (
      cue.from - match.to > 2 ||
      (tokens[cue.from]?.before !== Break.none && cue.to < tokens.length)
    )
      return false;
    for (let at = match.to; at <= cue.from; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.before === Break.sentence || token.word === 'but')
        return false;
    }
    return true;
  });
}

/** "not sure if I" opens a clause of its own, which belongs to the doubt. */
function isCutOffDoubt(reading: Reading, cue: Span, match: Span): boolean {
  if (reading.tokens[cue.to]?.before !== Break.none) return true;
  const first = reading.tokens[cue.to]?.word ?? '';
  const opens = first === 'i' || first === 'my' || first === 'if' || first === 'whether';
  return isCutOff(reading, { from: Math.min(cue.to + (opens ? 2 : 0), match.from), match });
}
