import { groupBy } from './group-by';

/** Finds the ideas that a row of stems speaks about, whatever words were used for them. */
export type FindConcepts = (stems: readonly string[]) => readonly string[];

interface Wording {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** `stemsOf` turns a wording of the lexicon into stems the same way as a question is. */
export function createFindConcepts(
  concepts: ReadonlyMap<string, readonly string[]>,
  stemsOf: (text: string) => readonly string[],
): FindConcepts {
  const wordings = [...concepts].flatMap(([concept, texts]): Wording[] =>
    texts.map((text) => ({ stems: stemsOf(text), concept })),
  );
  const byFirst = groupBy(wordings, (wording) => wording.stems[0] ?? '');
  return (stems) => {
    const found = new Set<string>();
    stems.forEach((stem, start) => {
      for (const wording of byFirst.get(stem) ?? []) {
        if (wording.stems.every((part, offset) => stems[start + offset] === part)) {
          found.add(wording.concept);
        }
      }
    });
    return [...found];
  };
}
