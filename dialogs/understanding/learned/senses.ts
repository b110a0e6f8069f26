import type { Lexicon } from '../../../knowledge';

/** Words that follow the first one of an expression, and what the whole means. */
interface Expression {
  readonly rest: readonly number[];
  readonly sense: number;
}

/** What words mean, wherever they stand. */
export interface Senses {
  /** The senses that begin at a word, each with the number of words that it takes. */
  readonly at: (
    words: readonly number[],
    at: number,
  ) => readonly { readonly sense: number; readonly length: number }[];
}

/** Compiles the senses of a lexicon; `stemmed` numbers a word by its stem. */
export function createSenses(lexicon: Lexicon, stemmed: (word: string) => number): Senses {
  const byFirst = new Map<number, Expression[]>();
  for (const [sense, words] of Object.values(lexicon.senses ?? {}).entries()) {
    for (const expression of new Set(words.split(/\s+/))) {
      const [first = 0, ...rest] = expression.split('-').map(stemmed);
      const list = byFirst.get(first) ?? [];
      byFirst.set(first, [...list, { rest, sense }]);
    }
  }
  const none: readonly Expression[] = [];
  return {
    at: (words, at) =>
      (byFirst.get(words[at] ?? 0) ?? none)
        .filter(({ rest }) => rest.every((word, index) => words[at + 1 + index] === word))
        .map(({ sense, rest }) => ({ sense, length: rest.length + 1 })),
  };
}
