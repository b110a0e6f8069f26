import { questionOf } from '../../dialogs/pack-questions';
import { triage } from '../../dialogs/triage';
import { createUnderstanding } from '../../dialogs/understanding/understanding';
import type { Meaning } from '../../dialogs';
import { createRetriever } from '../../knowledge';
import { openPack } from '../../src/knowledge/open-pack';

const pack = openPack();
const words = pack.words.get('en');
if (words === undefined) throw new Error('the pack has no English');
const english = words;
export const understand = createUnderstanding(english, pack.rules, createRetriever(english));

/** A Sunday, so that weekdays in the cases have one meaning. */
export const now = '2026-11-22T10:00:00Z';

/** What the English pack makes of a text, said to a question or to none. */
export function meaningOf(text: string, question?: string): Meaning {
  const asked = question === undefined ? null : questionOf(english, question);
  if (question !== undefined && asked === null) throw new Error(`no question ${question}`);
  return understand(text, { question: asked, now });
}

/** The tier and the ids of the flags that a meaning leads to. */
export function outcomeOf(meaning: Meaning): { readonly tier: string; readonly flags: string[] } {
  const { tier, flags } = triage(pack.rules, pack.withoutFlags, meaning.flags, meaning.slots);
  return {
    tier: tier === 'self-care' ? 'none' : tier,
    flags: flags.map(({ id }) => id).toSorted(),
  };
}
