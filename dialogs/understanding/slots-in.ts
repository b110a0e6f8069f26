import type { HeardFlag } from '../meaning';
import type { Question } from '../message';
import { slotsSchema, type Lexicon, type Slots } from '../../knowledge';
import { ageIn } from './ages';
import type { Today } from './calendar';
import { fragmentsOf, loneNumbersIn } from './fragments';
import { isImagined } from './imagined';
import type { Matcher } from './matcher';
import { isDenied } from './negation';
import type { Whose } from './patient';
import { isAggravation, isIntroduced, isRuledOut, lonePlaceIn } from './places';
import type { Reading } from './reading';
import { RuleSet } from './rule-set';
import { severityIn } from './severity-now';
import { durationIn } from './slot-durations';
import { isOver } from './time-of';
import type { Span } from './token';

/** What is known of an utterance before its slots are looked for. */
export interface SlotSource {
  readonly reading: Reading;
  readonly whose: Whose;
  readonly today: Today | null;
  readonly flags: readonly HeardFlag[];
  /** The question that is open: what a bare number or "left" belongs to. */
  readonly question: Question | null;
  /** The person takes something back: the last word counts. */
  readonly corrects: boolean;
}

/** Finds what a message tells about the pain and the person. */
export type FindSlots = (source: SlotSource) => Slots;

interface SlotRule {
  readonly slot: string;
  readonly value: string;
}

/** Slots that are true of a life and not of an episode. */
const lasting = new Set(['nsaidCautions', 'recurrent']);

/** Slots that name a place: a denial reaches them only from close by. */
const local = new Set(['location', 'side']);

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
  return (source) => {
    const { reading, today, flags, question, corrects } = source;
    const whose = speaksOfSelf(reading) ? source.whose : everyWord(source.whose);
    const found = new Map<string, string[]>();
    for (const { payload, ...span } of rules.find(reading.scan)) {
      if (!isSaid({ ...source, whose }, payload, span)) continue;
      const values = found.get(payload.slot) ?? [];
      found.set(payload.slot, [...values, payload.value]);
    }
    const last = (slot: string): string | undefined => found.get(slot)?.at(-1);
    const first = (slot: string): string | undefined => found.get(slot)?.[0];
    // a pregnancy is a slot of its own, unless it was the answer to the list
    const isListed = question?.id === 'nsaidCautions' || !found.has('pregnant');
    const cautions = [...new Set(found.get('nsaidCautions'))].filter(
      (one) => isListed || one !== 'pregnancy',
    );
    const sides = new Set(found.get('side'));
    const isBothSides = sides.has('both') || (sides.has('left') && sides.has('right'));
    const isPregnant = flags.some(({ id }) => id === 'pregnancy');
    const view = { isAsked: question?.id === 'severity', takesLone: takesLone(reading, question) };
    const age = ageIn(reading, whose, today, takesLoneAge(reading, question));
    const place = last('location');
    const candidate = {
      durationDays: durationIn({
        reading,
        whose,
        today,
        age,
        isPregnant,
        isAsked: question?.id === 'durationDays',
        severity: view,
      }),
      severity: severityIn(reading, { ...view, isAsked: false }),
      location: corrects ? (lonePlaceIn(reading) ?? place) : (place ?? lonePlaceIn(reading)),
      side: isAboutLegs(question) ? undefined : !corrects && isBothSides ? 'both' : last('side'),
      onset: first('onset'),
      trigger: flags.some(({ id }) => id === 'trauma') ? 'fall' : triggerOf(found.get('trigger')),
      age,
      pregnant: flagOf(last('pregnant')),
      recurrent: recurrentOf(found.get('recurrent')),
      nsaidCautions: cautions.length > 0 ? cautions : undefined,
    };
    const given = Object.fromEntries(
      Object.entries(candidate).filter(([, value]) => value !== undefined),
    );
    const parsed = slotsSchema.safeParse(given);
    return parsed.success ? parsed.data : {};
  };
}

/** Whether the writer comes into it at all: "my dad is 81 and his neck is stiff" does not. */
const speaksOfSelf = ({ tokens }: Reading): boolean =>
  tokens.some(({ word, asked }) => asked || /^(i|me|mine|myself|we|us)$/.test(word));

const everyWord = (whose: Whose): Whose => ({ ...whose, isPatient: () => true });

/** Whether a slot's words are said of the patient, as a fact, and not denied. */
function isSaid({ reading, whose }: SlotSource, { slot, value }: SlotRule, span: Span): boolean {
  if (slot === 'recurrent' && value === 'true' && isNever(reading, span)) return false;
  if (!whose.isPatient(span.from) && !isOfNobodyElse(reading, slot)) return false;
  if (local.has(slot) && reading.tokens[span.from - 1]?.word === 'my')
    return !isRuledOut(reading, span);
  if (isImagined(reading, span)) return false;
  if (!lasting.has(slot) && isOver(reading, span)) return false;
  if (slot === 'trigger' && isAggravation(reading, span)) return false;
  if (slot === 'trigger' && value !== 'none' && isIntroduced(reading, span)) return true;
  // "third time it has gone": what is gone is not denied
  return local.has(slot) || slot === 'recurrent'
    ? !isRuledOut(reading, span)
    : !isDenied(reading, span, [span]);
}

/** Where it hurts belongs to the person who writes, though somebody else was named before. */
const isOfNobodyElse = ({ tokens }: Reading, slot: string): boolean =>
  local.has(slot) &&
  tokens.some(({ word }) => word === 'i' || word === 'my') &&
  !tokens.some(({ word }) => /^(he|she|his|her|him)$/.test(word));

/** The question is about a leg: "the left one" is not a side of the back. */
const isAboutLegs = (question: Question | null): boolean =>
  question?.flags?.some((flag) => flag.startsWith('leg-')) ?? false;

/** Whether a number in a fragment of its own may be how bad it is: "lower back, six". */
function takesLone(reading: Reading, question: Question | null): boolean {
  if (question === null || question.id === 'severity') return true;
  if (question.kind === 'number' || question.kind === 'multi-choice') return false;
  return fragmentsOf(reading.tokens).length > loneNumbersIn(reading.tokens).length;
}

/** Whether a number in a fragment of its own may be an age: "52, lorry driver". */
function takesLoneAge(reading: Reading, question: Question | null): boolean {
  if (question?.id === 'age') return true;
  if (question?.kind === 'number' || question?.kind === 'multi-choice') return false;
  return fragmentsOf(reading.tokens).length > 1;
}

const flagOf = (value: string | undefined): boolean | undefined =>
  value === undefined ? undefined : value === 'true';

const recurrentOf = (values: readonly string[] | undefined): boolean | undefined =>
  values?.includes('true');

/** "never had this before" holds "had this before". */
const isNever = ({ tokens }: Reading, { from }: Span): boolean =>
  tokens.slice(Math.max(0, from - 2), from).some(({ word }) => word === 'never' || word === 'not');

/** Any cause explains more than none. */
function triggerOf(values: readonly string[] | undefined): string | undefined {
  if (values === undefined) return undefined;
  return values.find((value) => value !== 'none') ?? values[0];
}
