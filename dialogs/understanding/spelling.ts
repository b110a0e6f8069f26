import type { Vocabulary } from './vocabulary';

const shortestRepaired = 4;
const mostCandidates = 6;

/** Words of the vocabulary that a word nobody knows may stand for. */
export type Repair = (word: string) => readonly string[];

/** A word with each of its letters left out once. */
const withoutOne = (word: string): string[] =>
  Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));

/** Whether one letter added, lost, changed or swapped with its neighbour parts the two words. */
export function isOneLetterOff(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  return (
    short.slice(same + 1) === long.slice(same + 1) ||
    (short[same] === long[same + 1] &&
      short[same + 1] === long[same] &&
      short.slice(same + 2) === long.slice(same + 2))
  );
}

/**
 * Prepares the repair of misspellings that are one letter off. Words in `known` are right as they
 * are. Several candidates are all given back: which one is meant shows in what they are part of.
 */
export function createRepair(vocabulary: Vocabulary, known: ReadonlySet<string>): Repair {
  const byShortened = new Map<string, string[]>();
  const index = (key: string, word: string): void => {
    const list = byShortened.get(key);
    if (list === undefined) byShortened.set(key, [word]);
    else list.push(word);
  };
  for (const word of vocabulary.words()) {
    if (word.length < shortestRepaired || !/^[a-z]+$/.test(word)) continue;
    index(word, word);
    for (const shortened of new Set(withoutOne(word))) index(shortened, word);
  }
  return (word) => {
    if (word.length < 3 || word.length > 24 || known.has(word) || !/^[a-z]+$/.test(word)) return [];
    const found = new Set<string>();
    for (const key of [word, ...withoutOne(word)]) {
      for (const candidate of byShortened.get(key) ?? []) {
        if (isOneLetterOff(word, candidate)) found.add(candidate);
      }
    }
    return [...found].slice(0, mostCandidates);
  };
}
