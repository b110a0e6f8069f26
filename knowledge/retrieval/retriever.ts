import type { PackWords } from '../pack';
import { calibration } from './calibration';
import type { Found, RankedAnswer, Retrieve } from './found';
import { createRank, type RankedTopic, type Ranking } from './rank';

/** How many other entries may stand beside an answer or in a question back. */
const mostOthers = 2;

/** Prepares the lookup of a pack in one language. Building takes a moment, a lookup less than a millisecond. */
export function createRetriever(words: PackWords): Retrieve {
  const rank = createRank(words);
  return (question) => found(rank(question));
}

function found(ranking: Ranking): Found {
  const [first] = ranking.topics;
  if (first === undefined) return { kind: 'unsure', others: [] };
  const confidence = confidenceOf(ranking);
  const answered = ranking.topics.filter(({ topic }) => topic.answered);
  if (!first.topic.answered) {
    return confidence >= calibration.outOfScope
      ? { kind: 'out-of-scope', id: first.topic.id }
      : { kind: 'unsure', others: scaled(answered, first, confidence) };
  }
  const best = { id: first.topic.id, confidence };
  if (confidence >= calibration.sure) return { kind: 'sure', best };
  return confidence >= calibration.likely
    ? { kind: 'likely', best, others: scaled(answered.slice(1), first, confidence) }
    : { kind: 'unsure', others: scaled(answered, first, confidence) };
}

/** The chance that the best topic is the right one. */
export function confidenceOf(ranking: Ranking): number {
  const best = ranking.topics[0]?.score ?? 0;
  const lead = best - (ranking.topics[1]?.score ?? 0);
  const { confidence } = calibration;
  const logit =
    confidence.offset +
    confidence.best * best +
    confidence.lead * lead +
    confidence.known * ranking.known +
    confidence.missed * ranking.missed;
  return round(1 / (1 + Math.exp(-logit)));
}

/** The next entries, as sure as their scores compare with the best one's. */
function scaled(
  topics: readonly RankedTopic[],
  first: RankedTopic,
  confidence: number,
): readonly RankedAnswer[] {
  return topics.slice(0, mostOthers).map(({ topic, score }) => ({
    id: topic.id,
    confidence: round((confidence * score) / first.score),
  }));
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
