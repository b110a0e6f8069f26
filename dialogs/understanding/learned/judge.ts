import { isDoubted } from '../doubt';
import { isImagined } from '../imagined';
import { denialsIn, isDeniedAfterwards, isDenying } from '../negation';
import type { Whose } from '../patient';
import { cuesOf, type Reading } from '../reading';
import { isOver } from '../time-of';
import type { Span } from '../token';
import type { LearnedSign } from './listen';

/** Log odds from which a sign counts; a grave one counts sooner, since missing it is worse. */
const enough = 1.5;
const enoughIfGrave = 0.75;
/** Log odds from which a grave sign is read back. */
const enoughToAsk = -0.25;

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
  const least = isGrave ? enoughIfGrave : enough;
  if (sign.score < (isGrave ? enoughToAsk : enough)) return null;
  const { span } = sign;
  if (!whose.isPatient(sign.peak)) return null;
  if (isDeniedSign(reading, sign, statements)) return null;
  if (!ever && isOver(reading, span)) return null;
  if (!always && isImagined(reading, afterSupposition(reading, span))) return null;
  return sign.score < least || isDoubted(reading, span) ? 'unsure' : 'there';
}

/** What a sign says after an "if" that stands at its beginning. */
function afterSupposition(reading: Reading, span: Span): Span {
  const cue = cuesOf(reading, 'context-if').find(
    ({ from }) => from >= span.from && from <= span.from + 1,
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
