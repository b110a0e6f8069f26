import { bagOf } from './bag';

/** Usual values of BM25: how soon repetition stops to count, and how much length is held against a text. */
const saturation = 1.2;
const lengthShare = 0.5;

/** Scores whole topics by the terms of a question; the best topic of a question scores 1. */
export type TopicSearch = (terms: readonly string[]) => Float64Array;

/**
 * BM25 over everything that is known of a topic: `asked` are the terms of its phrasings, `told` those of its
 * answer. Written here because a general search library took more than a whole turn may take.
 */
export function createTopicSearch(
  topics: readonly { readonly asked: readonly string[]; readonly told: readonly string[] }[],
): TopicSearch {
  const postings = new Map<string, { topic: number; weight: number }[]>();
  // A term in a question somebody asked says more than the same term in our own answer.
  const bags = topics.map(({ asked, told }) => bagOf([...asked, ...asked, ...told]));
  const lengths = bags.map((bag) => [...bag.values()].reduce((total, count) => total + count, 0));
  const average = lengths.reduce((total, length) => total + length, 0) / (topics.length || 1);
  bags.forEach((bag, topic) => {
    const relative = 1 - lengthShare + (lengthShare * (lengths[topic] ?? 0)) / (average || 1);
    for (const [term, count] of bag) {
      const weight = (count * (saturation + 1)) / (count + saturation * relative);
      const posting = postings.get(term);
      if (posting === undefined) postings.set(term, [{ topic, weight }]);
      else posting.push({ topic, weight });
    }
  });
  return (terms) => {
    const scores = new Float64Array(topics.length);
    for (const term of new Set(terms)) {
      const posting = postings.get(term) ?? [];
      const rarity = Math.log(1 + (topics.length - posting.length + 0.5) / (posting.length + 0.5));
      for (const { topic, weight } of posting) {
        scores[topic] = (scores[topic] ?? 0) + rarity * weight;
      }
    }
    const best = scores.reduce((most, score) => Math.max(most, score), 0);
    return best === 0 ? scores : scores.map((score) => score / best);
  };
}
