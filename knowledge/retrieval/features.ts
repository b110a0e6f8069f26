import { createFindConcepts } from './concepts';
import { normalisePhrase } from './normalise';
import { firstPair, Numbering, pairOf } from './numbering';
import { createPieces, type PiecesOf } from './pieces';
import { createRepair } from './spelling';
import { createStem } from './stems';

/** What the scorers see of a text: numbers of features, −1 for one that the pack does not know. */
export interface Features {
  /** Stems of the words, after spelling repair. */
  readonly stems: readonly number[];
  /** What the words are about. */
  readonly ideas: readonly number[];
  /** Neighbouring stems, and ideas that come together. */
  readonly pairs: readonly number[];
  readonly words: readonly string[];
}

/** Reads a text that was split into words. */
export interface FeatureReader {
  /** Of stems and ideas. */
  readonly numbering: Numbering;
  /** Of pairs, which are numbered after all others. */
  readonly pairing: Numbering;
  readonly piecesOf: PiecesOf;
  /** Texts of the pack are taken as they are. */
  ofPack(words: readonly string[]): Features;
  /** A question's spelling is repaired first. */
  ofQuestion(words: readonly string[]): Features;
}

/** More ideas than this in one text are paired no further: a long story is not about all of them. */
const mostPaired = 8;

/** `texts` are all texts of the pack, whose words are trusted to be spelled as people mean them. */
export function createFeatureReader(
  locale: string,
  texts: readonly (readonly string[])[],
  concepts: ReadonlyMap<string, readonly string[]>,
): FeatureReader {
  const vocabulary = new Map<string, number>();
  const learn = (words: readonly string[]): void => {
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  };
  texts.forEach(learn);
  for (const wording of [...concepts.values()].flat()) learn(wordsOf(wording));
  const stem = createStem(locale, vocabulary.keys());
  const repair = createRepair(vocabulary);
  const findConcepts = createFindConcepts(concepts, (text) => wordsOf(text).map(stem));
  const numbering = new Numbering();
  const pairing = new Numbering();

  const read = (
    words: readonly string[],
    number: (feature: string) => number,
    pair: (one: number, other: number) => number,
  ): Features => {
    const stems = words.map(stem);
    const found = findConcepts(stems);
    if (words.some((word) => /^\d+$/.test(word))) found.push('number');
    const numbers = stems.map(number);
    const ideas = found.map((idea) => number(`#${idea}`));
    const pairs: number[] = [];
    for (let place = 1; place < numbers.length; place++) {
      pairs.push(pair(numbers[place - 1] ?? -1, numbers[place] ?? -1));
    }
    const paired = ideas.slice(0, mostPaired).toSorted((a, b) => a - b);
    paired.forEach((one, place) => {
      for (const other of paired.slice(place + 1)) pairs.push(pair(one, other));
    });
    return { words, stems: numbers, ideas, pairs };
  };
  return {
    numbering,
    pairing,
    piecesOf: createPieces(),
    ofPack: (words) =>
      read(
        words,
        (feature) => numbering.take(feature),
        (one, other) => firstPair + pairing.take(pairOf(one, other)),
      ),
    ofQuestion: (words) =>
      read(
        words.map(repair),
        (feature) => numbering.find(feature),
        (one, other) => {
          const known = pairing.find(pairOf(one, other));
          return known < 0 ? known : firstPair + known;
        },
      ),
  };
}

/** The words of a text without what people vary; an amount and its unit are two ("400mg"). */
export function wordsOf(text: string): readonly string[] {
  const normal = normalisePhrase(text).replaceAll(/(\d)(?=[a-z])/g, '$1 ');
  return normal === '' ? [] : normal.split(' ');
}
