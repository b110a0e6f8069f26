/**
 * Every number that retrieval was tuned with, in one place. They were chosen on the questions of
 * tests/knowledge/retrieval-questions.yaml with an even index and checked on those with an odd one.
 */
export const calibration = {
  /** Shares of the scorers: nearest phrasings by stems and ideas, by letter pieces, BM25 over the topic. */
  weights: { terms: 0.4, pieces: 0.35, topic: 0.25 },
  /** The chance that the best topic is right, as a logistic curve of three things. */
  confidence: { best: 6, lead: 8, known: 2, offset: -4 },
  /** From here on one answer is given alone; below, neighbours are named beside it. */
  sure: 0.7,
  /** Below this the nearest topics are only offered. Wrong medical answers cost more than a question back. */
  likely: 0.4,
} as const;
