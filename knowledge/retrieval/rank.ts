import type { PackWords } from '../pack';
import { calibration } from './calibration';
import { createFeatureReader, wordsOf } from './features';
import { PhraseSearch } from './phrase-search';
import { createTopicSearch } from './topic-search';
import { topicsOf, type Topic } from './topics';

export interface RankedTopic {
  readonly topic: Topic;
  /** 0 to 1, the scorers together. */
  readonly score: number;
}

export interface Ranking {
  /** Best first; topics that share nothing with the question are left out. */
  readonly topics: readonly RankedTopic[];
  /** Which part of the question's words the best topic knows, rare words counting more, 0 to 1. */
  readonly known: number;
}

/** Orders all topics of a pack by how well they fit a question. */
export type Rank = (question: string) => Ranking;

export function createRank(words: PackWords): Rank {
  const topics = topicsOf(words);
  const texts = topics.map((topic) => ({
    asked: topic.phrasings.map(wordsOf),
    told: wordsOf(topic.answer),
  }));
  const vocabulary = texts.flatMap(({ asked, told }) => [...asked, told]);
  const reader = createFeatureReader(words.locale, vocabulary, words.concepts);
  const read = texts.map(({ asked, told }) => ({
    asked: asked.map((text) => reader.ofPack(text)),
    told: reader.ofPack(told).terms,
  }));
  const byTerms = new PhraseSearch(read.map(({ asked }) => asked.map(({ terms }) => terms)));
  const byPieces = new PhraseSearch(read.map(({ asked }) => asked.map(({ pieces }) => pieces)));
  const whole = read.map(({ asked, told }) => ({
    asked: asked.flatMap(({ terms }) => terms),
    told,
  }));
  const byTopic = createTopicSearch(whole);
  const ownTerms = whole.map(({ asked, told }) => new Set([...asked, ...told]));

  return (question) => {
    const features = reader.ofQuestion(wordsOf(question));
    const terms = byTerms.scores(features.terms);
    const pieces = byPieces.scores(features.pieces);
    const topical = byTopic(features.terms);
    const { weights } = calibration;
    const scored = topics
      .map((topic, number) => ({
        topic,
        number,
        score:
          weights.terms * (terms[number] ?? 0) +
          weights.pieces * (pieces[number] ?? 0) +
          weights.topic * (topical[number] ?? 0),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const own = ownTerms[scored[0]?.number ?? -1];
    const rarity = (stem: string): number => byTerms.rarity(stem);
    const all = sum(features.stems.map(rarity));
    const met = sum(features.stems.filter((stem) => own?.has(stem)).map(rarity));
    return { topics: scored, known: all === 0 ? 0 : met / all };
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
