/** Gives each feature a number, so that texts are compared by numbers and not by strings. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a feature, a new one when it was never met. */
  take(feature: string): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    this.#numbers.set(feature, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The number of a feature, or −1 when no text of the pack has it. */
  find(feature: string): number {
    return this.#numbers.get(feature) ?? -1;
  }
}
