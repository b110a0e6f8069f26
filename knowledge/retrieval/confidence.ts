import { calibration } from './calibration';
import type { Ranking } from './rank';

/** What the marks say about a question, as chances. */
export interface Confidence {
  /** That it is a question which the pack answers. */
  readonly answerable: number;
  /** That the best entry is the right one. */
  readonly right: number;
}

/** The evidence that the chances are made of. */
export interface Evidence {
  /** The best entry's score. */
  readonly ours: number;
  /** By how much it beats the best kind of question that is not answered. */
  readonly beyond: number;
  /** By how much it beats the second entry. */
  readonly lead: number;
}

export function evidenceOf({ topics }: Ranking): Evidence {
  const [first, second] = topics.filter(({ topic }) => topic.answered);
  const other = topics.find(({ topic }) => !topic.answered);
  const ours = first?.score ?? 0;
  return {
    ours,
    beyond: ours - (other?.score ?? 0),
    lead: ours - (second?.score ?? 0),
  };
}

export function confidenceOf(ranking: Ranking): Confidence {
  const { ours, beyond, lead } = evidenceOf(ranking);
  const { answerable, right } = calibration;
  const belongs =
    answerable.offset +
    answerable.ours * ours +
    answerable.beyond * beyond +
    answerable.belonging * ranking.belonging;
  const fits = right.offset + right.ours * ours + right.lead * lead;
  return { answerable: chance(belongs), right: chance(fits) };
}

function chance(logit: number): number {
  return Math.round(1000 / (1 + Math.exp(-logit))) / 1000;
}
