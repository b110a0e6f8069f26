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
  const alike = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    if (word.length < shortest) continue;
    const key = keyOf(word, word.length);
    const words = alike.get(key);
    if (words === undefined) alike.set(key, [word]);
    else words.push(word);
  }
  return (word) => {
    if (word.length < shortest || vocabulary.has(word) || /\d/.test(word)) return word;
    const allowed = word.length >= long ? 2 : 1;
    let best = word;
    let bestDistance = allowed + 1;
    let bestCount = 0;
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const candidate of alike.get(keyOf(word, length)) ?? []) {
        const distance = editDistance(word, candidate, Math.min(allowed, bestDistance));
        const count = vocabulary.get(candidate) ?? 0;
        if (distance < bestDistance || (distance === bestDistance && count > bestCount)) {
          best = candidate;
          bestDistance = distance;
          bestCount = count;
        }
      }
    }
    return bestDistance <= allowed ? best : word;
  };
}

/** Words of one length with one first letter are looked up together. */
function keyOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Letters to insert, drop, change or swap with their neighbour; anything above the limit counts as limit + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  return slips(a, 0, b, 0, limit);
}

/** The distance of what is left of two words, walking on only while slips are left to spend. */
function slips(a: string, i: number, b: string, j: number, limit: number): number {
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  const left = Math.max(a.length - i, b.length - j);
  if (i === a.length || j === b.length) return Math.min(left, limit + 1);
  if (limit === 0) return 1;
  const swapped =
    a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
  let best = 1 + slips(a, i + 1, b, j + 1, limit - 1);
  best = Math.min(best, 1 + slips(a, i + 1, b, j, limit - 1));
  best = Math.min(best, 1 + slips(a, i, b, j + 1, limit - 1));
  if (swapped) best = Math.min(best, 1 + slips(a, i + 2, b, j + 2, limit - 1));
  return Math.min(best, limit + 1);
}
