import { hasCueBetween, isCutOff } from './clause';
import { cuesOf, hasCueAt, type Reading } from './reading';
import { sentenceStart, type Span } from './token';

/** Whether the statement is only supposed, feared, read about, or asked about in general. */
export function isImagined(reading: Reading, match: Span): boolean {
  const pseudo = cuesOf(reading, 'context-if-really');
  const isSupposed = cuesOf(reading, 'context-if').some(
    (cue) =>
      cue.from < match.from &&
      cue.to < match.to &&
      !saysRightNow(reading, match) &&
      !pseudo.some((span) => span.from <= cue.from && cue.to <= span.to) &&
      !isCutOffSupposition(reading, cue, match),
  );
  return isSupposed || isAskedInGeneral(reading, match);
}

/** A supposition reaches over "I" and "my", which a denial does not. */
function isCutOffSupposition(reading: Reading, cue: Span, match: Span): boolean {
  const { tokens } = reading;
  if (match.from - cue.to > 18) return true;
  for (let at = cue.to; at <= match.from; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.before === 2) return true;
    if (hasCueAt(reading, 'context-contrast', at) && at < match.from) return true;
    const word = token.word;
    if (isOwnStatement(reading, cue.to, at)) return true;
    if (token.before === 1 && at > cue.to && (word === 'i' || word === 'my' || word === 'because'))
      return true;
  }
  return false;
}

/** "what do I do if I cannot feel my feet right now" */
const saysRightNow = (reading: Reading, match: Span): boolean =>
  cuesOf(reading, 'context-right-now').some(
    (cue) => cue.from >= match.to && cue.from - match.to <= 3,
  );

const joins = new Set(['if', 'when', 'and', 'or', 'that', 'because', 'where', 'until', 'so']);

/** "how do I get help I cannot stand": without punctuation, a new statement begins at "I cannot". */
function isOwnStatement(reading: Reading, from: number, at: number): boolean {
  const word = (index: number): string => reading.tokens[index]?.word ?? '';
  if (at <= from || word(at) !== 'i' || joins.has(word(at - 1))) return false;
  return word(at + 1) === 'can' && word(at + 2) === 'not';
}

/** "Is numbness a warning sign?" speaks about nobody; "why are my legs numb?" does. */
function isAskedInGeneral(reading: Reading, match: Span): boolean {
  const from = sentenceStart(reading.tokens, match.from);
  const frame = cuesOf(reading, 'context-asks').find(
    (cue) => cue.from >= from && cue.from <= match.from && isOpening(reading, from, cue.from),
  );
  if (frame === undefined) return false;
  if (isCutOff(reading, { from: frame.to, match }) && isStatedApart(reading, frame.to, match))
    return false;
  if (hasCueBetween(reading, 'context-asks-anyway', from, match.from + 2)) return true;
  return !cuesOf(reading, 'context-own').some(
    (cue) =>
      cue.from >= frame.from &&
      cue.to <= match.to &&
      // "can I get …" asks; "why can my leg …" tells
      !(cue.from === frame.to && reading.tokens[cue.from]?.word === 'i'),
  );
}

/** Whether only words of greeting or connection come before the question. */
function isOpening(reading: Reading, from: number, at: number): boolean {
  for (let index = from; index < at; index += 1) {
    const token = reading.tokens[index];
    const next = reading.tokens[index + 1];
    if (hasCueAt(reading, 'context-opening', index)) continue;
    if (token !== undefined && next !== undefined && index === at - 1 && next.before === 1)
      continue;
    return false;
  }
  return true;
}

/** After the question comes a statement of its own: "is it bad, I cannot feel my legs". */
function isStatedApart(reading: Reading, from: number, match: Span): boolean {
  for (let at = from; at <= match.from; at += 1) {
    const token = reading.tokens[at];
    if (token === undefined) return false;
    const speaks = token.word === 'i' || token.word === 'my' || token.word === 'because';
    if (speaks && (token.before > 0 || token.word === 'because')) return true;
    if (hasCueAt(reading, 'context-contrast', at)) return true;
  }
  return false;
}
