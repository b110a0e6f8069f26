import { createFindConcepts } from './concepts';
import { normalisePhrase } from './normalise';
import { Numbering } from './numbering';
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
  readonly numbering: Numbering;
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

  const read = (words: readonly string[], number: (feature: string) => number): Features => {
    const stems = words.map(stem);
    const ideas = findConcepts(stems);
    if (words.some((word) => /^\d+$/.test(word))) ideas.push('number');
    const paired = ideas.slice(0, mostPaired);
    return {
      words,
      stems: stems.map(number),
      ideas: ideas.map((idea) => number(`#${idea}`)),
      pairs: [
        ...stems.slice(1).map((next, index) => number(`${stems[index]} ${next}`)),
        ...paired.flatMap((one, index) =>
          paired
            .slice(index + 1)
            .map((other) => number(one < other ? `#${one} #${other}` : `#${other} #${one}`)),
        ),
      ],
    };
  };
  return {
    numbering,
    piecesOf: createPieces(),
    ofPack: (words) => read(words, (feature) => numbering.take(feature)),
    ofQuestion: (words) => read(words.map(repair), (feature) => numbering.find(feature)),
  };
}

/** The words of a text without what people vary; an amount and its unit are two ("400mg"). */
export function wordsOf(text: string): readonly string[] {
  const normal = normalisePhrase(text).replaceAll(/(\d)(?=[a-z])/g, '$1 ');
  return normal === '' ? [] : normal.split(' ');
}
