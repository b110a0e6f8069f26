import { createStem, type PackWords } from '../../../knowledge';
import { scanOf, type Matcher, type Scan } from '../matcher';
import { RuleSet } from '../rule-set';
import { createRepair } from '../spelling';
import type { Span, Token } from '../token';
import type { Tokenise } from '../tokenise';
import { Vocabulary } from '../vocabulary';
import { createDescribe, featuresOf, type Features } from './featurise';
import { labelsOf, lessonsOf } from './lessons';
import { type Learned, modelOf, train } from './train';
import type { Memory } from './memory';
import { unitsOf } from './units';

/** A red flag that the model takes a stretch of words for. */
export interface LearnedSign {
  readonly flag: string;
  /** Log odds. */
  readonly score: number;
  /** The words that speak for it. */
  readonly span: Span;
  /** The word that speaks for it most. */
  readonly peak: number;
  /** The clause or clauses in which they stand. */
  readonly unit: Span;
  readonly qualifiers: readonly string[];
  /** The log odds, had some of the words not been said. */
  readonly scoreWithout: (words: Span) => number;
}

/** What the model makes of a text. */
export interface Listened {
  /** The strongest sign of each flag that reaches the least odds. */
  readonly signs: readonly LearnedSign[];
  /** The highest odds of a flag in any clause that touches a place. */
  readonly oddsAt: (flag: string, place: Span) => number;
  /** Qualifiers of a flag in the clauses that touch a place. */
  readonly qualifiersAt: (flag: string, place: Span) => readonly string[];
}

/** Listens to a text; `hidden` words are not looked at. */
export type Listen = (tokens: readonly Token[], scan: Scan, hidden: readonly Span[]) => Listened;

const nothing: Listened = {
  signs: [],
  oddsAt: () => -Infinity,
  qualifiersAt: () => [],
};

/** Below these log odds nothing is worth looking at. */
export const leastOdds = -1;
const qualifierOdds = 0.5;
/** Questions are many and alike; a part of them shows what harmless messages look like. */
const everyNth = 3;

/** Learns from the sayings of a pack, or recalls it; a pack without sayings hears nothing this way. */
export function createListen(
  words: PackWords,
  matcher: Matcher,
  vocabulary: Vocabulary,
  tokenise: Tokenise,
  isIdea: (concept: string) => boolean,
  memory: Memory,
): Listen {
  const { sayings, lexicon, locale } = words;
  const labels = labelsOf(sayings);
  if (labels.flags.length === 0) return () => nothing;
  const ideas = new RuleSet(
    matcher,
    Object.keys(lexicon.concepts ?? {})
      .filter(isIdea)
      .map((name, index) => matcher.rule(`{${name}}`, index)),
  );
  const names = vocabulary.words();
  const said = new Vocabulary();
  for (const { says, unlike, qualified } of sayings) {
    for (const text of [...says, ...unlike, ...Object.values(qualified).flat()]) {
      for (const { word } of tokenise(text)) said.add(word);
    }
  }
  const isKnown = (word: string): boolean =>
    vocabulary.find(word) !== undefined || said.find(word) !== undefined;
  const describe = createDescribe(lexicon, ideas, {
    isKnown,
    nameOf: (id) => names[id],
    repair: createRepair(said, new Set((lexicon.known ?? '').split(/\s+/))),
    stem: createStem(locale, []),
  });
  const count = labels.flags.length + labels.qualifiers.length;
  const learn = (): Learned =>
    train(
      lessonsOf(sayings, questions(words), labels, (text) => {
        const tokens = tokenise(text);
        return { tokens, described: describe(tokens, scanOf(tokens), []) };
      }),
      count,
    );
  const recalled = memory.recall(locale);
  const learned = recalled?.classes === count ? recalled : learn();
  memory.keep(locale, learned);
  const model = modelOf(learned);

  return (tokens, scan, hidden) => {
    const described = describe(tokens, scan, hidden);
    const heard = unitsOf(tokens).map((unit) => {
      const features = featuresOf(described, unit, null);
      return { unit, features, odds: model.score(features) };
    });
    const touching = (place: Span): typeof heard =>
      heard.filter(({ unit }) => unit.from < place.to && place.from < unit.to);
    const qualifiersIn = (flag: string, odds: Float32Array): string[] =>
      labels.qualifiers.flatMap((label, index) =>
        label.flag === flag && (odds[labels.flags.length + index] ?? 0) > qualifierOdds
          ? [label.qualifier]
          : [],
      );
    const signs = labels.flags.flatMap((flag, label): LearnedSign[] => {
      let best: (typeof heard)[number] | undefined;
      for (const one of heard) {
        if ((one.odds[label] ?? 0) > (best?.odds[label] ?? leastOdds)) best = one;
      }
      if (best === undefined) return [];
      const { unit, features, odds } = best;
      return [
        {
          flag,
          score: odds[label] ?? 0,
          ...tellingSpan(unit, features, model.shares(features, label)),
          unit,
          qualifiers: qualifiersIn(flag, odds),
          scoreWithout: (left) => model.score(featuresOf(described, unit, left))[label] ?? 0,
        },
      ];
    });
    return {
      signs,
      oddsAt: (flag, place) => {
        const label = labels.flags.indexOf(flag);
        return label < 0
          ? Infinity
          : Math.max(-Infinity, ...touching(place).map(({ odds }) => odds[label] ?? 0));
      },
      qualifiersAt: (flag, place) => [
        ...new Set(touching(place).flatMap(({ odds }) => qualifiersIn(flag, odds))),
      ],
    };
  };
}

function questions({ answers, outOfScope }: PackWords): readonly string[] {
  return [...answers.values(), ...outOfScope]
    .flatMap(({ phrasings }) => phrasings)
    .filter((_, index) => index % everyNth === 0);
}

/** The stretch of a clause in which most of the reasons for the score stand. */
function tellingSpan(
  unit: Span,
  features: Features,
  shares: readonly number[],
): { readonly span: Span; readonly peak: number } {
  const gain = new Float64Array(unit.to - unit.from);
  for (const [index, share] of shares.entries()) {
    const first = (features.from[index] ?? 0) - unit.from;
    const last = (features.to[index] ?? 0) - 1 - unit.from;
    gain[first] = (gain[first] ?? 0) + share / 2;
    gain[last] = (gain[last] ?? 0) + share / 2;
  }
  let span: Span = unit;
  let most = -Infinity;
  let sum = 0;
  let from = 0;
  for (const [at, one] of gain.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += one;
    if (sum > most && one !== 0) {
      most = sum;
      span = { from: unit.from + from, to: unit.from + at + 1 };
    }
  }
  const peak = gain.indexOf(Math.max(...gain.subarray(span.from - unit.from, span.to - unit.from)));
  return { span, peak: unit.from + peak };
}
