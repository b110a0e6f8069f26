import type { Bag } from './bag';

/** How features are weighed. Both are powers: 1 as it is, less for flatter. */
export interface Weighing {
  /** How much more a feature counts that a text has several times. */
  readonly repetition: number;
  /** How much more a feature counts that few documents have. */
  readonly rarity: number;
}

/**
 * Texts as weighted bags of features, to find the ones most alike. Rare features weigh more and a text's
 * length does not matter (cosine of TF-IDF). Built once, then only read; flat arrays, because it is built at
 * every start.
 */
export class SparseIndex {
  readonly #rarities: Float32Array;
  readonly #rarest: number;
  /** Where the documents of each feature begin in the two arrays below. */
  readonly #starts: Int32Array;
  readonly #documents: Int32Array;
  readonly #weights: Float32Array;
  readonly #size: number;

  /** `features` is how many features are numbered. */
  constructor(
    documents: readonly Bag[],
    readonly weighing: Weighing,
    features: number,
  ) {
    this.#size = documents.length;
    this.#rarest = this.#rarityOf(1);
    const starts = new Int32Array(features + 1);
    for (const bag of documents) {
      for (const feature of bag.features) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
    }
    this.#rarities = new Float32Array(features);
    const byCount: number[] = [];
    for (let feature = 0; feature < features; feature++) {
      const documentsWith = starts[feature + 1] || 1;
      this.#rarities[feature] = byCount[documentsWith] ??= this.#rarityOf(documentsWith);
      starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
    }
    this.#starts = starts;
    this.#documents = new Int32Array(starts.at(-1) ?? 0);
    this.#weights = new Float32Array(starts.at(-1) ?? 0);
    this.#fill(documents);
  }

  /** How telling a feature is; one that no text has is as telling as the rarest. */
  rarity(feature: number): number {
    return this.#rarities[feature] ?? this.#rarest;
  }

  /** The likeness of a text and each document, 0 to 1, by the document's number. */
  similarities(text: Bag): Float32Array {
    const scores = new Float32Array(this.#size);
    const weights = text.features.map((feature, index) => this.#weigh(text, feature, index));
    const length = Math.hypot(...weights) || 1;
    text.features.forEach((feature, index) => {
      const weight = (weights[index] ?? 0) / length;
      const end = this.#starts[feature + 1] ?? 0;
      for (let place = this.#starts[feature] ?? end; place < end; place++) {
        const document = this.#documents[place] ?? 0;
        scores[document] = (scores[document] ?? 0) + weight * (this.#weights[place] ?? 0);
      }
    });
    return scores;
  }

  #fill(documents: readonly Bag[]): void {
    const next = this.#starts.slice();
    documents.forEach((bag, document) => {
      let squares = 0;
      const weights = bag.features.map((feature, index) => {
        const weight = this.#weigh(bag, feature, index);
        squares += weight * weight;
        return weight;
      });
      const length = Math.sqrt(squares) || 1;
      bag.features.forEach((feature, index) => {
        const place = next[feature] ?? 0;
        this.#documents[place] = document;
        this.#weights[place] = (weights[index] ?? 0) / length;
        next[feature] = place + 1;
      });
    });
  }

  #weigh(bag: Bag, feature: number, index: number): number {
    const count = bag.counts[index] ?? 1;
    const emphasis = count === 1 ? 1 : count ** this.weighing.repetition;
    return emphasis * this.rarity(feature);
  }

  #rarityOf(documents: number): number {
    return Math.log(1 + this.#size / documents) ** this.weighing.rarity;
  }
}
