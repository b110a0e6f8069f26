import type { Slots } from '../../knowledge';
import type { Expectation, Intent, Reply } from '../meaning';
import { todayOf } from './calendar';
import { correctionIn, replacedNumber, type Replaced } from './corrections';
import type { Whose } from './patient';
import { read, type Reading } from './reading';
import type { HeardFlags } from './red-flags';
import { replyTo } from './reply';
import type { RuleSet } from './rule-set';
import type { FindSlots, SlotSource } from './slots-in';

/** What an utterance tells and answers; what was taken back in it does not count. */
export interface Facts {
  readonly slots: Slots;
  readonly reply: Reply | null;
}

/** What the facts are read from. */
export interface FactSource {
  readonly reading: Reading;
  readonly whose: Whose;
  readonly heard: HeardFlags;
  readonly wants: ReadonlySet<Intent>;
  readonly expectation: Expectation;
}

/** Reads facts out of utterances. */
export type FindFacts = (source: FactSource) => Facts;

/** Prepares the reading of slots and replies. */
export function createFindFacts(findSlots: FindSlots, contextRules: RuleSet<string>): FindFacts {
  return ({ reading, whose, heard, wants, expectation }) => {
    const { question } = expectation;
    const source: SlotSource = {
      reading,
      whose,
      today: todayOf(expectation.now),
      flags: heard.flags,
      question,
      corrects: wants.has('correct'),
    };
    const replyFrom = (from: Reading, slots: Slots): Reply | null =>
      question === null ? null : replyTo(question, { reading: from, heard, slots });
    const said = findSlots(source);
    const at = correctionIn(reading);
    if (at === null) return { slots: said, reply: replyFrom(reading, said) };
    const restOfText = afterCorrection(reading, at, contextRules);
    const isPatient = (index: number): boolean => whose.isPatient(index + at);
    const corrected = findSlots({
      ...source,
      reading: restOfText,
      whose: { ...whose, isPatient },
      corrects: true,
    });
    const replaced = replacedNumber(reading, at);
    const number = replaced === null ? {} : { [replaced.slot]: replaced.value };
    const told = withoutScore(said, replaced);
    const rest = withoutScore(corrected, replaced);
    const slots: Slots = { ...told, ...rest, ...number };
    const isList = question?.kind === 'multi-choice';
    const reply = isList ? null : replyFrom(restOfText, { ...rest, ...number });
    return { slots, reply: reply ?? replyFrom(reading, slots) };
  };
}

function afterCorrection(reading: Reading, at: number, rules: RuleSet<string>): Reading {
  const tokens = reading.tokens.slice(at);
  return read(reading.text.slice(tokens[0]?.start ?? 0), tokens, rules);
}

/** A bare number that stands for days is no score of its own. */
function withoutScore(slots: Slots, replaced: Replaced | null): Slots {
  if (replaced === null || replaced.slot === 'severity' || slots.severity !== replaced.said)
    return slots;
  const { severity: _, ...others } = slots;
  return others;
}
