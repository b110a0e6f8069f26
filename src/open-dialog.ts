import { createDialog, type Dialog, type Memory, noMemory } from '../dialogs';
import { createUnderstanding } from '../dialogs/understanding/understanding';
import { createRetriever, type Pack } from '../knowledge';

/** The conversation about a pack, in each language of the pack. Builds every index, once. */
export function openDialog(pack: Pack, memory: Memory = noMemory): Dialog {
  const understandings = [...pack.words].map(
    ([locale, words]) =>
      [locale, createUnderstanding(words, pack.rules, createRetriever(words), memory)] as const,
  );
  return createDialog(pack, new Map(understandings));
}
