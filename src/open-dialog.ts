import { createDialog, type Dialog, type Memory, noMemory } from '../dialogs';
import { createUnderstanding } from '../dialogs/understanding/understanding';
import { createRetriever, type Pack, type Retrieve } from '../knowledge';

/**
 * The conversation about a pack, in each language of the pack. What hears warning signs is built at
 * once; the index of the answers waits for the first question, so that a start is not held up by it.
 */
export function openDialog(pack: Pack, memory: Memory = noMemory): Dialog {
  const understandings = [...pack.words].map(
    ([locale, words]) =>
      [
        locale,
        createUnderstanding(
          words,
          pack.rules,
          atFirstUse(() => createRetriever(words)),
          memory,
        ),
      ] as const,
  );
  return createDialog(pack, new Map(understandings));
}

function atFirstUse(build: () => Retrieve): Retrieve {
  let retrieve: Retrieve | undefined;
  return (question) => {
    retrieve ??= build();
    return retrieve(question);
  };
}
