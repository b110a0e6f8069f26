import type { HeardFlag } from '../meaning';
import { slotsSchema, type Lexicon, type Slots } from '../../knowledge';
import type { Today } from './calendar';
import { daysIn } from './durations';
import { isImagined } from './imagined';
import type { Matcher } from './matcher';
import { isDenied } from './negation';
import { numberAt } from './numbers';
import type { Whose } from './patient';
import { cuesOf, hasCueAt, type Reading } from './reading';
import { RuleSet } from './rule-set';
import { severityIn } from './severity';
import { isOver } from './time-of';
import { Break, sentenceEnd, sentenceStart, type Span } from './token';

/** Finds what a message tells about the pain and the person. */
export type FindSlots = (
  reading: Reading,
  whose: Whose,
  today: Today | null,
  flags: readonly HeardFlag[],
  /** The person takes something back: the last word counts. */
  corrects: boolean,
) => Slots;

interface SlotRule {
  readonly slot: string;
  readonly value: string;
}

/** Slots that are true of a life and not of an episode. */
const lasting = new Set(['nsaidCautions', 'recurrent']);

/** Compiles the slots of a lexicon. */
export function createFindSlots(lexicon: Lexicon, matcher: Matcher): FindSlots {
  const rules = new RuleSet(
    matcher,
    Object.entries(lexicon.slots ?? {}).flatMap(([slot, values]) =>
      Object.entries(values ?? {}).flatMap(([value, patterns]) =>
        patterns.map((say) => matcher.rule<SlotRule>(say, { slot, value })),
      ),
    ),
  );
  return (reading, whose, today, flags, corrects) => {
    const found = new Map<string, string[]>();
    for (const { payload, ...span } of rules.find(reading.scan)) {
      if (!whose.isPatient(span.from) || isImagined(reading, span)) continue;
      const isSettled = !lasting.has(payload.slot) && isOver(reading, span);
      if (isSettled || isDenied(reading, span, [span])) continue;
      const values = found.get(payload.slot) ?? [];
      found.set(payload.slot, [...values, payload.value]);
    }
    const last = (slot: string): string | undefined => found.get(slot)?.at(-1);
    const first = (slot: string): string | undefined => found.get(slot)?.[0];
    const cautions = [...new Set(found.get('nsaidCautions'))];
    const sides = new Set(found.get('side'));
    const age = ageIn(reading, whose);
    const isPregnant = flags.some(({ id }) => id === 'pregnancy');
    const duration = durationIn({ reading, whose, today, age, isPregnant });
    const severity = severityIn(reading, false);
    const candidate = {
      durationDays: duration,
      severity,
      location: last('location'),
      side:
        !corrects && (sides.has('both') || (sides.has('left') && sides.has('right')))
          ? 'both'
          : last('side'),
      onset: first('onset'),
      trigger: flags.some(({ id }) => id === 'trauma') ? 'fall' : triggerOf(found.get('trigger')),
      age,
      pregnant: flagOf(last('pregnant')),
      recurrent: flagOf(
        found.get('recurrent')?.includes('true') === true ? 'true' : last('recurrent'),
      ),
      nsaidCautions: cautions.length > 0 ? cautions : undefined,
    };
    const given = Object.fromEntries(
      Object.entries(candidate).filter(([, value]) => value !== undefined),
    );
    const parsed = slotsSchema.safeParse(given);
    return parsed.success ? parsed.data : {};
  };
}

const flagOf = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

/** Any cause explains more than none. */
function triggerOf(values: readonly string[] | undefined): string | undefined {
  if (values === undefined) return undefined;
  return values.find((value) => value !== 'none') ?? values[0];
}

function ageIn(reading: Reading, whose: Whose): number | undefined {
  const { tokens } = reading;
  for (const [at] of tokens.entries()) {
    const number = numberAt(tokens, at);
    if (number === null || number.value < 1 || number.value > 110 || number.value % 1 !== 0)
      continue;
    if (!whose.isPatient(at)) continue;
    const after = hasCueAt(reading, 'age-after', number.to);
    const opens = at === 0 && number.value >= 14 && tokens[number.to]?.before === Break.phrase;
    const before = opens || cuesOf(reading, 'age-before').some((cue) => cue.to === at);
    if (!after && (!before || hasCueAt(reading, 'not-an-age', number.to))) continue;
    if (cuesOf(reading, 'since-age').some((cue) => cue.to === at)) continue;
    return number.value;
  }
  return undefined;
}

/** "I am 29 weeks" is a pregnancy. */
const isGestation = ({ tokens }: Reading, { from }: Span): boolean =>
  tokens[from - 1]?.word === 'am' && tokens[from - 2]?.word === 'i';

const longAgoDays = 14;

/** Whether the sentence speaks of the pain, so that "20 years ago" is not when somebody fell. */
function isAboutPain(reading: Reading, span: Span): boolean {
  const from = sentenceStart(reading.tokens, span.from);
  const to = sentenceEnd(reading.tokens, span.from);
  return cuesOf(reading, 'context-complaint').some((cue) => cue.from >= from && cue.to <= to);
}

interface DurationSource {
  readonly reading: Reading;
  readonly whose: Whose;
  readonly today: Today | null;
  readonly age: number | undefined;
  /** Weeks and months are then those of the pregnancy. */
  readonly isPregnant: boolean;
}

/** How long the pain has lasted: the first stretch of time that is not about something else. */
function durationIn({
  reading,
  whose,
  today,
  age,
  isPregnant,
}: DurationSource): number | undefined {
  const other = cuesOf(reading, 'time-of-other-things');
  const isOther = (span: Span): boolean =>
    other.some((cue) => cue.to <= span.from && span.from - cue.to <= 4) ||
    hasCueAt(reading, 'time-of-other-things-after', span.to);
  const since = cuesOf(reading, 'since-age')[0];
  if (since !== undefined && age !== undefined) {
    const then = numberAt(reading.tokens, since.to)?.value;
    if (then !== undefined && then < age) return (age - then) * 365;
  }
  const said = daysIn(reading.tokens, today).filter(
    (span) =>
      whose.isPatient(span.from) &&
      !isOther(span) &&
      !(isPregnant && span.kind === 'for' && span.days >= 28 && span.days <= 300) &&
      !isGestation(reading, span) &&
      !isImagined(reading, span) &&
      (span.days < longAgoDays || span.kind !== 'ago' || isAboutPain(reading, span)),
  );
  const best = said.find(({ kind }) => kind !== 'ago') ?? said[0];
  if (best !== undefined) return best.days;
  return cuesOf(reading, 'woke-with-it').length > 0 ? 0.5 : undefined;
}
