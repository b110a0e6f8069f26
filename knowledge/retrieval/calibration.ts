/**
 * Every number that retrieval was tuned with, in one place. The scorers were chosen by leaving a fifth of
 * each entry's phrasings out and asking for them; the confidence was fitted to those answers and to every
 * second question of tests/knowledge/retrieval-questions.yaml, and agreed with the other half.
 */
export const calibration = {
  /** Shares of the scorers: all words of a topic, all letter pieces of a topic, the nearest single phrasings. */
  shares: { words: 0.5, pieces: 0.4, phrases: 0.3 },
  /** A topic's own question and phrasings count whole, our answer only half: it is not how people ask. */
  answerShare: 0.5,
  /** Many phrasings with the same word count for more, but not in proportion. */
  topics: { repetition: 0.75, rarity: 0.75 },
  phrases: { repetition: 0.5, rarity: 1 },
  /** The chance that the best topic is right, as a logistic curve of these. */
  confidence: { offset: -2.26, best: 2.58, lead: 8.09, known: 1.49, missed: -0.38 },
  /** From here on one answer is given alone; below, neighbours are named beside it. */
  sure: 0.7,
  /** Below this the nearest topics are only offered: a wrong medical answer costs more than a question back. */
  likely: 0.5,
  /** A kind of question that we do not answer is named from here on; it needs less, for it gives no advice. */
  outOfScope: 0.35,
} as const;
