import { isDoubted } from '../doubt';
import { isImagined } from '../imagined';
import { denialsIn, isDeniedAfterwards, isDenying } from '../negation';
import type { Whose } from '../patient';
import { cuesOf, type Reading } from '../reading';
import { isOver } from '../time-of';
import type { Span } from '../token';
import type { LearnedSign } from './listen';

/** Log odds from which a sign counts; a grave one counts sooner, since missing it is worse. */
const enough = 1.25;
const enoughIfGrave = 0.4;
/** How much more it takes where a single word speaks for a sign, or a question names it. */
const thinness = 0.75;
/** Log odds from which a grave sign is read back. */
const enoughToAsk = -0.5;

/** What is known of a text while its signs are judged. */
export interface Surroundings {
  readonly reading: Reading;
  readonly whose: Whose;
  /** Signs that patterns found. */
  readonly statements: readonly Span[];
}

/** How a flag is to be judged. */
export interface Nature {
  /** Counts though it is over. */
  readonly ever: boolean;
  /** Counts though it is only imagined. */
  readonly always: boolean;
  /** Would be an emergency: worth asking back where it is not clear. */
  readonly isGrave: boolean;
}

/** Whether what the model hears counts, is to be read back, or is nothing: by whom, when, and denied. */
export function judge(
  { reading, whose, statements }: Surroundings,
  sign: LearnedSign,
  { ever, always, isGrave }: Nature,
): 'there' | 'unsure' | null {
  const { span } = sign;
  const isThin = span.to - span.from < 2 || reading.tokens[span.from]?.asked === true;
  const least = (isGrave ? enoughIfGrave : enough) + (isThin ? thinness : 0);
  if (sign.score < (isGrave && !isThin ? enoughToAsk : least)) return null;
  if (!whose.isPatient(sign.peak)) return null;
  if (isDeniedSign(reading, sign, statements)) return null;
  if (!ever && isOver(reading, { from: span.from, to: sign.peak + 1 })) return null;
  if (!always && isImagined(reading, afterSupposition(reading, sign))) return null;
  return sign.score < least || isDoubted(reading, span) ? 'unsure' : 'there';
}

/**
 * What a sign says after an "if" inside its own words, where it would stand without what comes before:
 * "afraid of losing control" supposes, "cannot tell if I need to go" does not.
 */
function afterSupposition(reading: Reading, { span, peak, scoreWithout }: LearnedSign): Span {
  const cue = cuesOf(reading, 'context-if').find(
    ({ from, to }) =>
      from >= span.from &&
      (from <= span.from + 2 ||
        (to <= peak && scoreWithout({ from: span.from, to }) >= enoughIfGrave)),
  );
  return cue === undefined ? span : { from: cue.to, to: Math.max(span.to, cue.to + 1) };
}

/**
 * A denial may be the sign itself ("no feeling") or take it back ("no numbness"). Where the sign
 * would stand without the word, the word denies it.
 */
function isDeniedSign(
  reading: Reading,
  { span, unit, score, scoreWithout }: LearnedSign,
  statements: readonly Span[],
): boolean {
  const least = Math.min(enough, score) * 0.5;
  const denies = denialsIn(reading, statements).some((cue) => {
    if (cue.from >= span.to) return false;
    const isInside = cue.from >= unit.from && cue.to <= unit.to;
    if (isInside && scoreWithout(cue) < least) return false;
    const from = Math.max(cue.to, span.from);
    return cue.from >= span.from
      ? cue.to < span.to
      : isDenying(reading, cue, { from, to: Math.max(from + 1, span.to) });
  });
  return denies || isDeniedAfterwards(reading, span);
}

/** Odds at which several grave signs, each unclear, leave no doubt that one of them is there. */
const togetherEnough = 0.75;

/** Whether it is clear enough that one of several signs is there, though not which. */
export function isOneOfThem(scores: readonly number[]): boolean {
  const none = scores.reduce((left, score) => left / (1 + Math.exp(score)), 1);
  return scores.length > 1 && 1 - none >= togetherEnough;
}
