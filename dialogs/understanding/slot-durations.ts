import type { Today } from './calendar';
import { daysIn, type SaidDays } from './durations';
import { isImagined } from './imagined';
import { numberAt } from './numbers';
import type { Whose } from './patient';
import { cuesOf, hasCueAt, type Reading } from './reading';
import type { SeverityView } from './severity';
import { isTimeOfScore } from './severity-now';
import { sentenceEnd, sentenceStart, type Span } from './token';

const longAgoDays = 14;
const shortestGestation = 28;
const longestGestation = 300;

/** What is known about an utterance when its stretches of time are judged. */
export interface DurationSource {
  readonly reading: Reading;
  readonly whose: Whose;
  readonly today: Today | null;
  readonly age: number | undefined;
  /** Weeks and months are then those of the pregnancy. */
  readonly isPregnant: boolean;
  readonly isAsked: boolean;
  readonly severity: SeverityView;
}

/** "I am 29 weeks" is a pregnancy. */
const isGestation = ({ tokens }: Reading, { from }: Span): boolean =>
  tokens[from - 1]?.word === 'am' && tokens[from - 2]?.word === 'i';

/** Whether the sentence speaks of the pain, so that "20 years ago" is not when somebody fell. */
function isAboutPain(reading: Reading, span: Span): boolean {
  const from = sentenceStart(reading.tokens, span.from);
  const to = sentenceEnd(reading.tokens, span.from);
  return cuesOf(reading, 'context-complaint').some((cue) => cue.from >= from && cue.to <= to);
}

/** Whether the time belongs to something else: a treatment, a journey, a birthday. */
function isOfOtherThings(reading: Reading, span: SaidDays): boolean {
  const complaints = cuesOf(reading, 'context-complaint');
  const isTaken = (cue: Span): boolean =>
    cue.to <= span.from &&
    span.from - cue.to <= 4 &&
    sentenceStart(reading.tokens, span.from) <= cue.from &&
    !complaints.some((one) => one.from >= cue.to && one.to <= span.from);
  if (cuesOf(reading, 'time-of-other-things').some(isTaken)) return true;
  // what was being done when it began: "lifting a box this morning"
  if (span.kind === 'for' && cuesOf(reading, 'time-of-doing').some(isTaken)) return true;
  return !span.isMoment && hasCueAt(reading, 'time-of-other-things-after', span.to);
}

/** How long the pain has lasted: the first stretch of time that is not about something else. */
export function durationIn({
  reading,
  whose,
  today,
  age,
  isPregnant,
  isAsked,
  severity,
}: DurationSource): number | undefined {
  const since = cuesOf(reading, 'since-age')[0];
  if (since !== undefined && age !== undefined) {
    const then = numberAt(reading.tokens, since.to)?.value;
    if (then !== undefined && then < age) return (age - then) * 365;
  }
  const said = daysIn(reading.tokens, today, isAsked).filter(
    (span) =>
      whose.isPatient(span.from) &&
      !isOfOtherThings(reading, span) &&
      !(
        isPregnant &&
        !isAsked &&
        span.kind === 'for' &&
        span.days >= shortestGestation &&
        span.days <= longestGestation
      ) &&
      !isGestation(reading, span) &&
      !isImagined(reading, span) &&
      !(span.kind === 'ago' && span.isMoment && isTimeOfScore(reading, severity, span)) &&
      (isAsked || span.days < longAgoDays || span.kind !== 'ago' || isAboutPain(reading, span)),
  );
  // "on and off for years, this bout began on Monday": the bout counts
  const of = (kind: SaidDays['kind']) => said.find((span) => span.kind === kind);
  const best = of('since') ?? of('for') ?? said[0];
  if (best !== undefined) return best.days;
  return isAsked && cuesOf(reading, 'woke-with-it').length > 0 ? 0 : undefined;
}
