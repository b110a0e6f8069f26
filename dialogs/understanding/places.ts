import { isDenied } from './negation';
import { fragmentsOf } from './fragments';
import { cuesOf, type Reading } from './reading';
import { Break, type Span } from './token';

const places: ReadonlyMap<string, string> = new Map([
  ['lower', 'lower'],
  ['low', 'lower'],
  ['bottom', 'lower'],
  ['lumbar', 'lower'],
  ['mid', 'mid'],
  ['middle', 'mid'],
  ['upper', 'upper'],
  ['top', 'upper'],
  ['neck', 'neck'],
]);
const besides = new Set(
  'back the my in on it is of left right side part bit area region one spine hand and its just sorry no i mean meant was actually there'.split(
    ' ',
  ),
);

/** A place in a fragment of its own: "first time, lower, mild", "the upper part". */
export function lonePlaceIn({ tokens }: Reading): string | undefined {
  for (const { from, to } of fragmentsOf(tokens)) {
    const words = tokens.slice(from, to).map(({ word }) => word);
    const named = words.flatMap((word) => places.get(word) ?? []);
    const [only] = named;
    if (
      named.length === 1 &&
      words.length <= 7 &&
      words.every((word) => places.has(word) || besides.has(word))
    )
      return only;
  }
  return undefined;
}

const subjects = new Set(['i', 'it', 'its', 'my', 'just', 'only', 'mainly', 'mostly', 'but']);

/** Whether a place or side is ruled out: by a denial right before it in the same clause. */
export function isRuledOut(reading: Reading, span: Span): boolean {
  const { tokens } = reading;
  const near = cuesOf(reading, 'context-not').some((cue) => {
    if (cue.to > span.from || span.from - cue.to > 4) return false;
    for (let at = cue.to; at <= span.from; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.before !== Break.none || subjects.has(token.word))
        return false;
    }
    return true;
  });
  return near && isDenied(reading, span, [span]);
}
