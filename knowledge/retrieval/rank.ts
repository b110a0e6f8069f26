import type { PackWords } from '../pack';
import { BagCollector, type Bag } from './bag';
import { Belonging } from './belonging';
import { calibration } from './calibration';
import { createFeatureReader, wordsOf, type Features } from './features';
import { firstPair } from './numbering';
import { PhraseSearch } from './phrase-search';
import { pieceNumbers } from './pieces';
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
  /** How much its words belong to what the pack answers, below 0 for foreign ones. */
  readonly belonging: number;
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
    told: reader.ofPack(told),
  }));
  const simple = reader.numbering.size;
  const size = firstPair + reader.pairing.size;
  const numbers = new BagCollector(size);
  const pieces = new BagCollector(pieceNumbers);
  const { answerShare, ideaShare, pairShare } = calibration;

  const profileOf = ({ stems, ideas }: Features, share: number): void => {
    numbers.add(stems, share);
    numbers.add(ideas, share);
  };
  const phraseOf = ({ stems, ideas, pairs }: Features): Bag => {
    numbers.add(stems);
    numbers.add(ideas, ideaShare);
    numbers.add(pairs, pairShare);
    return numbers.take();
  };
  const piecesOf = (features: Features, share: number): void => {
    for (const word of features.words) pieces.add(reader.piecesOf(word), share);
  };
  const byWords = new SparseIndex(
    read.map(({ asked, told }) => {
      for (const each of asked) profileOf(each, 1);
      profileOf(told, answerShare);
      return numbers.take();
    }),
    calibration.topics,
    simple,
  );
  const byPieces = new SparseIndex(
    read.map(({ asked, told }) => {
      for (const each of asked) piecesOf(each, 1);
      piecesOf(told, answerShare);
      return pieces.take();
    }),
    calibration.topics,
    pieceNumbers,
  );
  const byPhrases = new PhraseSearch(
    read.map(({ asked }) => asked.map(phraseOf)),
    size,
  );
  const asked = (answered: boolean): readonly Features[] =>
    read.flatMap((each, number) => (topics[number]?.answered === answered ? each.asked : []));
  const belonging = new Belonging(asked(true), asked(false), size);

  return (question) => {
    const features = reader.ofQuestion(wordsOf(question));
    profileOf(features, 1);
    const whole = byWords.similarities(numbers.take());
    piecesOf(features, 1);
    const letters = byPieces.similarities(pieces.take());
    const phrases = byPhrases.scores(phraseOf(features));
    const { shares } = calibration;
    const ranked = topics
      .map((topic, number) => ({
        topic,
        score:
          shares.words * (whole[number] ?? 0) +
          shares.pieces * (letters[number] ?? 0) +
          shares.phrases * (phrases[number] ?? 0),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    return {
      topics: ranked,
      belonging: belonging.of(features),
    };
  };
}
