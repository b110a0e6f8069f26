import { groupBy } from './group-by';

/** Shorter words are left alone: too many of them are one letter apart. */
const shortest = 4;
/** From this length on, two slips are forgiven instead of one. */
const long = 8;

/** Gives the pack's own word that was probably meant, or the word as it is. */
export type Repair = (word: string) => string;

/**
 * Repairs spelling against the words that the pack uses. Only words that nobody in the pack ever used are
 * touched, the first letter is trusted, and the commonest of the nearest words is taken.
 */
export function createRepair(vocabulary: ReadonlyMap<string, number>): Repair {
  const byInitial = groupBy(
    [...vocabulary.keys()].filter((word) => word.length >= shortest),
    (word) => word.charAt(0),
  );
  return (word) => {
    if (word.length < shortest || vocabulary.has(word) || /\d/.test(word)) return word;
    const allowed = word.length >= long ? 2 : 1;
    let best = word;
    let bestDistance = allowed + 1;
    let bestCount = 0;
    for (const candidate of byInitial.get(word.charAt(0)) ?? []) {
      if (Math.abs(candidate.length - word.length) > allowed) continue;
      const distance = editDistance(word, candidate, allowed);
      const count = vocabulary.get(candidate) ?? 0;
      if (distance < bestDistance || (distance === bestDistance && count > bestCount)) {
        best = candidate;
        bestDistance = distance;
        bestCount = count;
      }
    }
    return bestDistance <= allowed ? best : word;
  };
}

/** Letters to insert, drop, change or swap with their neighbour; anything above the limit counts as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + same,
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit + 1, limit + 1);
}
