/**
 * Every number that retrieval was tuned with, in one place. The scorers were chosen by leaving a fifth of
 * each entry's phrasings out and asking for them.
 */
export const calibration = {
  /** Shares of the scorers: all words of a topic, all letter pieces of a topic, the nearest single phrasings. */
  shares: { words: 0.6, pieces: 0.3, phrases: 0.45 },
  /** A topic's own question and phrasings count whole, our answer only half: it is not how people ask. */
  answerShare: 0.5,
  ideaShare: 2,
  pairShare: 0.7,
  belonging: { rounds: 6, rate: 1.5 },
  /** Many phrasings with the same word count for more, but not in proportion. */
  topics: { repetition: 0.75, rarity: 0.75 },
  phrases: { repetition: 0.5, rarity: 1 },
  /** The chance that the question is one that we answer, as a logistic curve of these. */
  answerable: { offset: -2.16, ours: 1.55, beyond: 2.93, belonging: 0.88 },
  /** The chance that the best entry is the right one, likewise. */
  right: { offset: -2.94, ours: 5.64, lead: 5.81 },
  /** From here on one answer is given alone; below, neighbours are named beside it. */
  sure: 0.75,
  /** Below this chance that we can answer at all, nothing is answered. */
  foreign: 0.4,
} as const;
