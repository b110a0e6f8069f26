import type { PackWords } from '../pack';
import { bagOfAll } from './bag';
import { calibration } from './calibration';
import { createFeatureReader, wordsOf, type Features } from './features';
import { PhraseSearch } from './phrase-search';
import { SparseIndex } from './sparse-index';
import { topicsOf, type Topic } from './topics';

export interface RankedTopic {
  readonly topic: Topic;
  /** 0 to about 1.2, the scorers together. */
  readonly score: number;
}

export interface Ranking {
  /** Best first; topics that share nothing with the question are left out. */
  readonly topics: readonly RankedTopic[];
  /** Which part of the question's words the best topic knows, rare words counting more, 0 to 1. */
  readonly known: number;
  /** How telling the most telling word is that the best topic does not know, 0 (none) to 1. */
  readonly missed: number;
}

/** Orders all topics of a pack by how well they fit a question. */
export type Rank = (question: string) => Ranking;

/** A topic as the scorers see it. */
interface ReadTopic {
  readonly topic: Topic;
  readonly asked: readonly Features[];
  readonly told: Features;
}

export function createRank(words: PackWords): Rank {
  const topics = topicsOf(words);
  const texts = topics.map((topic) => ({
    topic,
    asked: topic.phrasings.map(wordsOf),
    told: wordsOf(topic.answer),
  }));
  const vocabulary = texts.flatMap(({ asked, told }) => [...asked, told]);
  const reader = createFeatureReader(words.locale, vocabulary, words.concepts);
  const read = texts.map(({ topic, asked, told }) => ({
    topic,
    asked: asked.map((text) => reader.ofPack(text)),
    told: reader.ofPack(told),
  }));
  const byWords = profiles(read, (features) => features.words);
  const byPieces = profiles(read, (features) => features.pieces);
  const byPhrases = new PhraseSearch(read.map(({ asked }) => asked.map(({ phrases }) => phrases)));
  const ownStems = read.map(
    ({ asked, told }) => new Set([...asked, told].flatMap(({ stems }) => stems)),
  );

  return (question) => {
    const features = reader.ofQuestion(wordsOf(question));
    const scores = [
      { share: calibration.shares.words, of: byWords.similarities(features.words) },
      { share: calibration.shares.pieces, of: byPieces.similarities(features.pieces) },
      { share: calibration.shares.phrases, of: byPhrases.scores(features.phrases) },
    ];
    const ranked = topics
      .map((topic, number) => ({
        topic,
        number,
        score: sum(scores.map(({ share, of }) => share * (of[number] ?? 0))),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const own = ownStems[ranked[0]?.number ?? -1] ?? new Set();
    return { topics: ranked, ...coverage(features.stems, own, byPhrases) };
  };
}

/** Each topic as one text: what its phrasings have in common counts most. */
function profiles<Feature extends string | number>(
  topics: readonly ReadTopic[],
  featuresOf: (features: Features) => readonly Feature[],
): SparseIndex<Feature> {
  const bags = topics.map(({ asked, told }) =>
    bagOfAll([
      ...asked.map((features) => ({ features: featuresOf(features), share: 1 })),
      { features: featuresOf(told), share: calibration.answerShare },
    ]),
  );
  return new SparseIndex(
    bags.map((bag) => ({ features: [...bag.keys()], counts: [...bag.values()] })),
    calibration.topics,
  );
}

function coverage(
  stems: readonly string[],
  own: ReadonlySet<string>,
  phrases: PhraseSearch<string>,
): Pick<Ranking, 'known' | 'missed'> {
  const rarity = (stem: string): number => phrases.rarity(stem);
  const all = sum(stems.map(rarity));
  const missing = stems.filter((stem) => !own.has(stem)).map(rarity);
  return {
    known: all === 0 ? 0 : 1 - sum(missing) / all,
    missed: Math.max(0, ...missing) / rarity(''),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
