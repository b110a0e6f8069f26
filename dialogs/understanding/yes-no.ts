import type { Reading } from './reading';
import { cuesOf, hasCueAt } from './reading';

export type YesNo = 'yes' | 'no' | 'dont-know';

/**
 * What an utterance answers to a yes-no question. The first word that decides counts ("yeah, nope
 * hang on" is rare; "no, not really" is common), and a not-knowing before it counts more.
 */
export function yesNoOf(reading: Reading): YesNo | null {
  const { tokens } = reading;
  const firstOf = (name: string): number =>
    cuesOf(reading, name)[0]?.from ?? Number.POSITIVE_INFINITY;
  const unknown = firstOf('answer-dont-know');
  const yes = firstOf('answer-yes');
  const no = firstOf('answer-no');
  const first = Math.min(unknown, yes, no);
  if (!Number.isFinite(first)) return null;
  // an answer opens the message; a "no" deep inside it belongs to something else
  for (let at = 0; at < first; at += 1) {
    if (hasCueAt(reading, 'answer-filler', at)) continue;
    if (first > 4 || tokens.length > 12) return null;
  }
  if (unknown === first || (unknown < Math.min(yes, no) + 4 && unknown <= 3)) return 'dont-know';
  return yes <= no ? 'yes' : 'no';
}
