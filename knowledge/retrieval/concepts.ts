/** Finds the ideas that a row of stems speaks about, whatever words were used for them. */
export type FindConcepts = (stems: readonly string[]) => string[];

/** The wordings as a tree: from stem to stem, and which ideas end there. */
interface Branch {
  readonly next: Map<string, Branch>;
  readonly concepts: string[];
}

/** `stemsOf` turns a wording of the lexicon into stems the same way as a question is. */
export function createFindConcepts(
  concepts: ReadonlyMap<string, readonly string[]>,
  stemsOf: (text: string) => readonly string[],
): FindConcepts {
  const root = branch();
  for (const [concept, wordings] of concepts) {
    for (const wording of wordings) {
      let at = root;
      for (const stem of stemsOf(wording)) {
        const next = at.next.get(stem) ?? branch();
        at.next.set(stem, next);
        at = next;
      }
      if (!at.concepts.includes(concept)) at.concepts.push(concept);
    }
  }
  return (stems) => {
    const found = new Set<string>();
    for (let start = 0; start < stems.length; start++) {
      let at = root.next.get(stems[start] ?? '');
      for (let end = start + 1; at !== undefined; end++) {
        for (const concept of at.concepts) found.add(concept);
        at = at.next.get(stems[end] ?? '');
      }
    }
    return [...found];
  };
}

function branch(): Branch {
  return { next: new Map(), concepts: [] };
}
