import type { PackWords } from '../../knowledge';
import type { Telling } from '../machine-kit';
import type { Message, OutcomeFlag } from '../message';
import { phrase, type PhraseParameters } from '../phrase';

/** "a, b and c". */
export function listed(words: PackWords, parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined) return '';
  if (parts.length === 1) return last;
  return `${parts.slice(0, -1).join(', ')} ${phrase(words, 'and')} ${last}`;
}

/** What the person told us, gravest first, in words that complete "you told me about …". */
export function reasons(words: PackWords, flags: readonly OutcomeFlag[]): string {
  const order = ['emergency', 'urgent', 'soon'];
  const sorted = flags.toSorted((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier));
  return listed(
    words,
    sorted.map(({ id }) => words.redFlags.get(id)?.because ?? id),
  );
}

function why(words: PackWords, telling: Telling): string {
  const { what, flags, doubts, minor } = telling;
  const relevant = what === 'emergency' ? flags.filter(({ tier }) => tier === 'emergency') : flags;
  const parts: string[] = [];
  if (relevant.length > 0) {
    parts.push(phrase(words, 'because', { reasons: reasons(words, relevant) }));
  }
  if (what !== 'emergency' && doubts.length > 0) parts.push(phrase(words, 'because-doubts'));
  if (what !== 'emergency' && minor) parts.push(phrase(words, 'because-minor'));
  if (parts.length > 0) return parts.join(' ');
  return phrase(words, telling.recurrent ? 'because-recurrent' : 'because-before');
}

/** The outcome in plain words: what to do, why, what to watch for. */
export function toldMessage(words: PackWords, telling: Telling, region: PhraseParameters): Message {
  const { what, again } = telling;
  const text = phrase(words, again ? `${what}-again` : what, {
    ...region,
    why: what === 'crisis' || what === 'self-care' ? '' : why(words, telling),
  });
  if (what === 'emergency' || what === 'crisis') return { text, tone: 'emergency' };
  return what === 'urgent' ? { text, tone: 'urgent' } : { text };
}
