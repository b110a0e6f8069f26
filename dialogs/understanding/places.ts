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
  'back the my in on it is of left right side at to towards very more hurts pain part bit area region one spine hand and its just sorry no i mean meant was actually there'.split(
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

/** Words over which a denial reaches a place: "not in the lower back", "not the left or right side". */
const reach = new Set(
  'in on at the a of from to around near so much really quite side any either or left right lower upper middle mid back neck pain hurting feel ever been'.split(
    ' ',
  ),
);

/** Whether a place or side is ruled out: by a denial right before it in the same clause. */
export function isRuledOut(reading: Reading, span: Span): boolean {
  const { tokens } = reading;
  const near = cuesOf(reading, 'context-not').some((cue) => {
    if (cue.to > span.from || tokens[span.from]?.before !== Break.none) return false;
    return tokens
      .slice(cue.to, span.from)
      .every(({ word, before }) => reach.has(word) && before === Break.none);
  });
  return near && isDenied(reading, span, [span]);
}

const introductions = new Set('after from when while by doing since during'.split(' '));
const denials = new Set(['not', 'no', 'or', 'nor', 'never', 'without']);

/** "not pregnant, spasm after lifting": what is brought in by "after" is told, and not denied. */
export function isIntroduced({ tokens }: Reading, { from }: Span): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1) {
    if (introductions.has(tokens[at]?.word ?? ''))
      return at === 0 || !denials.has(tokens[at - 1]?.word ?? '');
  }
  return false;
}

const movements = new Set(
  'bend twist lift sneeze cough turn move reach walk sit stand run carry lean stretch'.split(' '),
);

/** "8 if I twist" says what makes it worse, and not what set it off. */
export function isAggravation({ tokens }: Reading, { from }: Span): boolean {
  const word = (at: number): string => tokens[at]?.word ?? '';
  if (!movements.has(word(from))) return false;
  const subject = word(from - 1) === 'i' ? from - 1 : from;
  return (
    ['when', 'if', 'whenever', 'every', 'each', 'to'].includes(word(subject - 1)) ||
    (word(subject - 1) === 'time' && ['every', 'each'].includes(word(subject - 2)))
  );
}
