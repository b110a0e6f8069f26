import type { PackWords } from '../pack';
import { calibration } from './calibration';
import { confidenceOf } from './confidence';
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
  const ours = ranking.topics.filter(({ topic }) => topic.answered);
  const [first] = ours;
  const other = ranking.topics.find(({ topic }) => !topic.answered);
  const { answerable, right } = confidenceOf(ranking);
  if (first === undefined || answerable < calibration.foreign) {
    return other !== undefined && ranking.topics[0] === other
      ? { kind: 'out-of-scope', id: other.topic.id }
      : { kind: 'unsure', others: scaled(ours, first?.score ?? 1, right) };
  }
  const best = { id: first.topic.id, confidence: right };
  return right >= calibration.sure
    ? { kind: 'sure', best }
    : { kind: 'likely', best, others: scaled(ours.slice(1), first.score, right) };
}

/** The next entries, as sure as their scores compare with the best one's. */
function scaled(
  topics: readonly RankedTopic[],
  best: number,
  confidence: number,
): readonly RankedAnswer[] {
  return topics.slice(0, mostOthers).map(({ topic, score }) => ({
    id: topic.id,
    confidence: Math.round((1000 * confidence * score) / best) / 1000,
  }));
}
