import { isDeepStrictEqual } from 'node:util';
import type { Case } from './cases';
import { meaningOf, outcomeOf } from './pack-understanding';

/** How well labelled messages were understood. Shares run from 0 to 1. */
export interface Figures {
  readonly emergencyRecall: number;
  readonly negativesQuiet: number;
  readonly mixedRight: number;
  readonly flagPrecision: number;
  readonly flagRecall: number;
  readonly slotF1: number;
  readonly repliesRight: number;
  readonly intentsRight: number;
}

interface Tally {
  right: number;
  all: number;
}

const share = ({ right, all }: Tally): number => (all === 0 ? 1 : right / all);
const count = (tally: Tally, isRight: boolean): void => {
  tally.all += 1;
  if (isRight) tally.right += 1;
};
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(String).toSorted((a, b) => a.localeCompare(b)) : value;

/** Scores labelled messages. */
export function figuresOf(cases: readonly Case[]): Figures {
  const emergencies = { right: 0, all: 0 };
  const negatives = { right: 0, all: 0 };
  const mixed = { right: 0, all: 0 };
  const replies = { right: 0, all: 0 };
  const intents = { right: 0, all: 0 };
  const flags = { hit: 0, extra: 0, missed: 0 };
  const slots = { hit: 0, extra: 0, missed: 0 };
  for (const one of cases) {
    const meaning = meaningOf(one.text, one.question);
    if (one.flags !== undefined) {
      const outcome = outcomeOf(meaning);
      const want = new Set(one.flags);
      const hit = outcome.flags.filter((id) => want.has(id)).length;
      flags.hit += hit;
      flags.extra += outcome.flags.length - hit;
      flags.missed += want.size - hit;
      if (one.tier === 'emergency') count(emergencies, outcome.tier === 'emergency');
      if (one.group === 'hard-negatives') count(negatives, outcome.tier === 'none');
      if (one.group === 'denial-and-sign') {
        count(mixed, isDeepStrictEqual(outcome.flags, one.flags.toSorted()));
      }
    }
    if (one.slots !== undefined) {
      const want = new Map(Object.entries(one.slots));
      const got = new Map(Object.entries(meaning.slots));
      for (const name of new Set([...want.keys(), ...got.keys()])) {
        if (isDeepStrictEqual(sorted(want.get(name)), sorted(got.get(name)))) slots.hit += 1;
        else {
          if (want.has(name)) slots.missed += 1;
          if (got.has(name)) slots.extra += 1;
        }
      }
    }
    if (one.reply !== undefined) count(replies, isDeepStrictEqual(meaning.reply, one.reply));
    if (one.intent !== undefined) count(intents, meaning.intent === one.intent);
  }
  return {
    emergencyRecall: share(emergencies),
    negativesQuiet: share(negatives),
    mixedRight: share(mixed),
    flagPrecision: flags.hit / (flags.hit + flags.extra || 1),
    flagRecall: flags.hit / (flags.hit + flags.missed || 1),
    slotF1: (2 * slots.hit) / (2 * slots.hit + slots.extra + slots.missed || 1),
    repliesRight: share(replies),
    intentsRight: share(intents),
  };
}
