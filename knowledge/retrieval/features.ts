import { createFindConcepts } from './concepts';
import { normalisePhrase } from './normalise';
import { piecesOf } from './pieces';
import { createRepair } from './spelling';
import { createStem } from './stems';

/** What the scorers see of a text. */
export interface Features {
  /** Stems of the words, after spelling repair. */
  readonly stems: readonly string[];
  /** Stems and ideas. */
  readonly words: readonly string[];
  /** Stems, pairs of neighbouring stems, and ideas. */
  readonly phrases: readonly string[];
  /** Runs of letters, which forgive endings and slips. */
  readonly pieces: readonly number[];
}

/** Reads a text that was split into words. */
export interface FeatureReader {
  /** Texts of the pack are taken as they are. */
  ofPack(words: readonly string[]): Features;
  /** A question's spelling is repaired first. */
  ofQuestion(words: readonly string[]): Features;
}

/** `texts` are all texts of the pack, whose words are trusted to be spelled as people mean them. */
export function createFeatureReader(
  locale: string,
  texts: readonly (readonly string[])[],
  concepts: ReadonlyMap<string, readonly string[]>,
): FeatureReader {
  const wordings = [...concepts.values()].flat().map(wordsOf);
  const vocabulary = new Map<string, number>();
  for (const words of [...texts, ...wordings]) {
    for (const word of words) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  }
  const stem = createStem(locale, vocabulary.keys());
  const repair = createRepair(vocabulary);
  const findConcepts = createFindConcepts(concepts, (text) => wordsOf(text).map(stem));

  const read = (words: readonly string[]): Features => {
    const stems = words.map(stem);
    const ideas = findConcepts(stems).map((concept) => `#${concept}`);
    const pairs = stems.slice(1).map((next, index) => `${stems[index]} ${next}`);
    return {
      stems,
      words: [...stems, ...ideas],
      phrases: [...stems, ...pairs, ...ideas, ...ideas],
      pieces: piecesOf(words),
    };
  };
  return { ofPack: read, ofQuestion: (words) => read(words.map(repair)) };
}

export function wordsOf(text: string): readonly string[] {
  const normal = normalisePhrase(text);
  return normal === '' ? [] : normal.split(' ');
}
