import { cuesOf, hasCueAt, type Reading } from './reading';
import { Break, type Span } from './token';

const contrasts = new Set(
  'but however although though except apart yet because cos cause while whereas then otherwise despite until positive'.split(
    ' ',
  ),
);
/** "no weakness just pins and needles" */
const limits = new Set(['just', 'only', 'mainly', 'mostly']);
const joints = new Set('and so plus also & then with'.split(' '));
const subjects = new Set(
  'i he she we they there it this that both my his her their our now'.split(' '),
);
const possessives = new Set('my his her their our the'.split(' '));
const speakers = new Set('i he she we they'.split(' '));
const alternatives = new Set(['or', 'nor', 'no', 'not', 'any', 'neither', 'without']);
const verbs = new Set(
  'have has having had got am is are was were can could feel feels feeling felt keep keeps keeping lost just really very can started going'.split(
    ' ',
  ),
);

/** Whether the path from a context word to a statement stays within what the word speaks about. */
export interface Path {
  /** The first token after the context word. */
  readonly from: number;
  readonly match: Span;
}

/** Whether a statement can be an item of a list; "pain" mostly begins a clause of its own. */
const isListable = (reading: Reading, at: number): boolean =>
  reading.tokens[at]?.word !== 'pain' && hasCueAt(reading, 'context-listable', at);

const hasListable = (reading: Reading, from: number, to: number): boolean =>
  cuesOf(reading, 'context-listable').some((cue) => cue.from >= from && cue.to <= to);

/**
 * Whether a context word's reach ends somewhere between it and the statement: at a contrast, at the
 * end of a sentence, at a new clause. A list goes on ("no fever, chills or weakness"), a clause does
 * not ("no fever and my foot drags").
 */
export function isCutOff(reading: Reading, { from, match }: Path): boolean {
  const { tokens } = reading;
  if (match.from - from > 14) return true;
  for (let at = from; at <= match.from; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.before === Break.sentence) return true;
    if (at < match.from && contrasts.has(token.word)) return true;
    if (at > from && at < match.from && limits.has(token.word)) return true;
    const previous = at > from ? (tokens[at - 1]?.word ?? '') : '';
    const isNewPhrase = at > from && (token.before === Break.phrase || joints.has(previous));
    if (isNewPhrase && !alternatives.has(token.word) && !alternatives.has(previous)) {
      if (subjects.has(token.word) || verbs.has(token.word)) return true;
      if (!hasListable(reading, from, at)) return true;
      if (token.word === 'pain' && !alternatives.has(tokens[at + 1]?.word ?? 'or')) return true;
      if (at === match.from && !isListable(reading, at)) return true;
    }
    if (at > from && at <= match.from) {
      if (speakers.has(token.word) && !hasCueBetween(reading, 'context-opinion', from - 3, at))
        return true;
      if (
        possessives.has(token.word) &&
        token.word !== 'the' &&
        !hasCueAt(reading, 'context-link', at - 1)
      ) {
        return true;
      }
    }
  }
  return false;
}

/** Whether a kind of context word stands between two places. */
export const hasCueBetween = (reading: Reading, name: string, from: number, to: number): boolean =>
  cuesOf(reading, name).some((cue) => cue.from >= from && cue.to <= to);
