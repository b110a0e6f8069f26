/** Numbers the words of a lexicon, so that matching compares numbers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  /** The number of a word, which it gets when it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    return id;
  }

  find(word: string): number | undefined {
    return this.#ids.get(word);
  }

  words(): string[] {
    return [...this.#ids.keys()];
  }
}
