import type { Lexicon, Stem } from '../../../knowledge';
import type { Scan } from '../matcher';
import type { RuleSet } from '../rule-set';
import type { Repair } from '../spelling';
import type { Span, Token } from '../token';
import { createSenses } from './senses';

/** What a stretch of words looks like to the model: hashed features and how much each counts. */
export interface Features {
  readonly keys: number[];
  readonly weights: number[];
  /** For each feature the places of the words that it was made of. */
  readonly from: number[];
  readonly to: number[];
}

/** The words and ideas of a text, found once; any stretch of it can then be described. */
export interface Described {
  /** A number for the stem of each token; 0 where the token is not looked at. */
  readonly words: readonly number[];
  readonly isLight: readonly boolean[];
  readonly ideas: readonly { readonly idea: number; readonly from: number; readonly to: number }[];
}

/** How much, how long and how old are read elsewhere. */
const numbers =
  /^(\d.*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)$/;

/** Hashed features live in a table of this size. */
export const tableBits = 20;
const mask = (1 << tableBits) - 1;

/** Words that carry little by themselves and part what belongs together. */
const light = new Set(
  'i my me he his him she her they their them we our you your the a an is are am was were be been it its this that these of to and in on at so just really very have has had do does did with for as now then since also some all there got get'.split(
    ' ',
  ),
);

const hash = (kind: number, left: number, right: number): number => {
  let key = Math.imul(left + 0x9e3779b9 * kind, 0x85ebca6b) ^ Math.imul(right + kind, 0xc2b2ae35);
  key ^= key >>> 15;
  key = Math.imul(key, 0x27d4eb2f);
  key ^= key >>> 13;
  return key & mask;
};

const textHash = (text: string): number => {
  let key = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    key = Math.imul(key ^ text.charCodeAt(at), 0x01000193);
  return key >>> 1 || 1;
};

/** How a token is known to the model: its own word, or the one that it is a misspelling of. */
export interface Naming {
  readonly isKnown: (word: string) => boolean;
  readonly nameOf: (id: number) => string | undefined;
  readonly repair: Repair;
  readonly stem: Stem;
}

/** Prepares the description of texts. */
export function createDescribe(
  lexicon: Lexicon,
  ideas: RuleSet<number>,
  { isKnown, nameOf, repair, stem }: Naming,
): (tokens: readonly Token[], scan: Scan, hidden: readonly Span[]) => Described {
  const stems = new Map<string, number>();
  const stemmed = (word: string): number => {
    const before = stems.get(word);
    if (before !== undefined) return before;
    const fresh = numbers.test(word) ? 0 : textHash(stem(word));
    if (stems.size < 20_000 && word.length <= 24) stems.set(word, fresh);
    return fresh;
  };
  const spelt = ({ word, ids }: Token): string => {
    if (isKnown(word) || word.length < 4) return word;
    const [first] = ids;
    const meant = first === undefined ? undefined : nameOf(first);
    return meant ?? repair(word)[0] ?? word;
  };
  const senses = createSenses(lexicon, stemmed);
  // beyond any number of concepts
  const firstSense = 1000;
  return (tokens, scan, hidden) => {
    const isHidden = (at: number): boolean => hidden.some(({ from, to }) => from <= at && at < to);
    const words = tokens.map((token, at) => (isHidden(at) ? 0 : stemmed(spelt(token))));
    const found = ideas
      .find(scan, true)
      .filter(({ from, to }) => !hidden.some((span) => span.from < to && from < span.to))
      .map(({ payload, from, to }) => ({ idea: payload, from, to }));
    for (const at of words.keys()) {
      for (const { sense, length } of senses.at(words, at)) {
        found.push({ idea: firstSense + sense, from: at, to: at + length });
      }
    }
    return { words, isLight: tokens.map(({ word }) => light.has(word)), ideas: found };
  };
}

const kinds = { word: 1, pair: 2, near: 3, far: 4, idea: 5, ideas: 6, mixed: 7 } as const;
const kindWeights: readonly number[] = [0, 1, 0.7, 0.7, 0.5, 1, 0.7, 0.5];

/** The features of a stretch. `without` leaves words out, as though they had not been said. */
export function featuresOf(described: Described, span: Span, without: Span | null): Features {
  const features: Features = { keys: [], weights: [], from: [], to: [] };
  const add = (kind: number, left: number, right: number, from: number, to: number): void => {
    features.keys.push(hash(kind, left, right));
    features.weights.push(kindWeights[kind] ?? 0);
    features.from.push(from);
    features.to.push(to);
  };
  const isOut = (at: number): boolean => without !== null && without.from <= at && at < without.to;
  let previous = -1;
  const heavy: number[] = [];
  const wordAt = (at: number): number => described.words[at] ?? 0;
  for (let at = span.from; at < span.to; at += 1) {
    const word = wordAt(at);
    if (word === 0 || isOut(at)) continue;
    if (previous >= 0) add(kinds.pair, wordAt(previous), word, previous, at + 1);
    previous = at;
    if (described.isLight[at] === true) continue;
    add(kinds.word, word, 0, at, at + 1);
    const [second, first] = [heavy.at(-1), heavy.at(-2)];
    if (second !== undefined) add(kinds.near, wordAt(second), word, second, at + 1);
    if (first !== undefined) add(kinds.far, wordAt(first), word, first, at + 1);
    heavy.push(at);
  }
  const seen = new Map<number, Span>();
  for (const { idea, from, to } of described.ideas) {
    if (from < span.from || to > span.to || seen.has(idea)) continue;
    if (without !== null && from < without.to && without.from < to) continue;
    seen.set(idea, { from, to });
  }
  const list = [...seen].toSorted(([left], [right]) => left - right);
  for (const [index, [idea, place]] of list.entries()) {
    add(kinds.idea, idea + 1, 0, place.from, place.to);
    for (const [other, there] of list.slice(index + 1)) {
      const from = Math.min(place.from, there.from);
      add(kinds.ideas, idea + 1, other + 1, from, Math.max(place.to, there.to));
    }
    for (const at of heavy) {
      if (at >= place.from && at < place.to) continue;
      add(kinds.mixed, idea + 1, wordAt(at), Math.min(place.from, at), Math.max(place.to, at + 1));
    }
  }
  return features;
}
