/** Gives each feature a number, so that texts are compared by numbers and not by strings. */
export class Numbering {
  readonly #numbers = new Map<string | number, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a feature, a new one when it was never met. */
  take(feature: string | number): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    this.#numbers.set(feature, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The number of a feature, or −1 when no text of the pack has it. */
  find(feature: string | number): number {
    return this.#numbers.get(feature) ?? -1;
  }
}

/** Numbers from here on are those of pairs; a pack has fewer words and ideas than that. */
export const firstPair = 2 ** 16;

/** The feature that two numbered features make together, in this order; −1 when one of them is unknown. */
export function pairOf(one: number, other: number): number {
  return one < 0 || other < 0 ? -1 : one * firstPair + other;
}
