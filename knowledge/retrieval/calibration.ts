/**
 * Every number that retrieval was tuned with, in one place. Shares and weighings were chosen, and the two
 * curves fitted, by leaving a fifth of each topic's phrasings out and asking for them, together with the
 * questions of tests/knowledge/retrieval-questions.yaml and fresh-questions.yaml. The shares matter little:
 * anything near them gives the same within a point.
 */
export const calibration = {
  /** Shares of the scorers: all words of a topic, all letter pieces of a topic, the nearest single phrasings. */
  shares: { words: 0.6, pieces: 0.3, phrases: 0.45 },
  /** A topic's own question and phrasings count whole, our answer only half: it is not how people ask. */
  answerShare: 0.5,
  /** In a single phrasing an idea tells more than the word used for it, a pair of words less. */
  ideaShare: 2,
  pairShare: 0.7,
  /** How long and how fast it is learned what is foreign; more rounds only learn the phrasings by heart. */
  belonging: { rounds: 6, rate: 1.5 },
  /** Many phrasings with the same word count for more, but not in proportion. */
  topics: { repetition: 0.75, rarity: 0.75 },
  phrases: { repetition: 0.5, rarity: 1 },
  /**
   * The chance that the question is one that we answer, as a logistic curve: of the best entry's score, of its
   * lead over the kinds of question that are not answered, and of how much the words belong to ours.
   */
  answerable: { offset: -2.16, ours: 1.55, beyond: 2.93, belonging: 0.88 },
  /** The chance that the best entry is the right one: its score, and its lead over the second. */
  right: { offset: -2.94, ours: 5.64, lead: 5.81 },
  /** From here on one answer is given alone, wrong for about 4 of 100; below, neighbours stand beside it. */
  sure: 0.75,
  /** Below this chance nothing is answered: declines 3 of 100 that could be, and most that could not. */
  foreign: 0.4,
} as const;
