import { bagOf } from './bag';

/** How features are weighed. Both are powers: 1 as it is, less for flatter. */
export interface Weighing {
  /** How much more a feature counts that a text has several times. */
  readonly repetition: number;
  /** How much more a feature counts that few documents have. */
  readonly rarity: number;
}

/** A text to be found: its features, and how much of each it has when that is not once. */
export interface IndexedText<Feature> {
  readonly features: readonly Feature[];
  readonly counts?: readonly number[];
}

/** The features of one document by number, with how much their repetition counts. */
interface Row {
  readonly features: readonly number[];
  readonly counts: readonly number[] | undefined;
}

/**
 * Texts as weighted bags of features, to find the ones most alike. Rare features weigh more and a text's
 * length does not matter (cosine of TF-IDF). Built once, then only read; flat arrays, because it is built at
 * every start.
 */
export class SparseIndex<Feature extends string | number> {
  readonly #numbers = new Map<Feature, number>();
  readonly #rarities: Float64Array;
  /** Where the documents of each feature begin in the two arrays below. */
  readonly #starts: Int32Array;
  readonly #documents: Int32Array;
  readonly #weights: Float32Array;
  readonly #size: number;

  constructor(
    documents: readonly IndexedText<Feature>[],
    readonly weighing: Weighing,
  ) {
    this.#size = documents.length;
    const rows = documents.map((text) => this.#row(text));
    const starts = new Int32Array(this.#numbers.size + 1);
    for (const row of rows) {
      for (const feature of row.features) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
    }
    this.#rarities = new Float64Array(this.#numbers.size).map((_, feature) =>
      this.#rarityOf(starts[feature + 1] ?? 1),
    );
    for (let feature = 1; feature < starts.length; feature++) {
      starts[feature] = (starts[feature] ?? 0) + (starts[feature - 1] ?? 0);
    }
    this.#starts = starts;
    this.#documents = new Int32Array(starts.at(-1) ?? 0);
    this.#weights = new Float32Array(starts.at(-1) ?? 0);
    this.#fill(rows);
  }

  /** How telling a feature is; one that no text has is as telling as the rarest. */
  rarity(feature: Feature): number {
    const number = this.#numbers.get(feature);
    return (number === undefined ? undefined : this.#rarities[number]) ?? this.#rarityOf(1);
  }

  /** The likeness of a text and each document, 0 to 1, by the document's number. */
  similarities(features: readonly Feature[]): Float64Array {
    const scores = new Float64Array(this.#size);
    const weighted = [...bagOf(features)].map(([feature, count]) => ({
      number: this.#numbers.get(feature),
      weight: this.#emphasisOf(count) * this.rarity(feature),
    }));
    const length = Math.hypot(...weighted.map(({ weight }) => weight)) || 1;
    for (const { number, weight } of weighted) {
      if (number === undefined) continue;
      const end = this.#starts[number + 1] ?? 0;
      for (let place = this.#starts[number] ?? 0; place < end; place++) {
        const document = this.#documents[place] ?? 0;
        scores[document] =
          (scores[document] ?? 0) + (weight / length) * (this.#weights[place] ?? 0);
      }
    }
    return scores;
  }

  #row(text: IndexedText<Feature>): Row {
    const features = text.features.map((feature) => {
      const known = this.#numbers.get(feature);
      if (known !== undefined) return known;
      this.#numbers.set(feature, this.#numbers.size);
      return this.#numbers.size - 1;
    });
    return { features, counts: text.counts };
  }

  #fill(rows: readonly Row[]): void {
    const next = this.#starts.slice();
    rows.forEach(({ features, counts }, document) => {
      const weightAt = (feature: number, index: number): number =>
        this.#emphasisOf(counts?.[index] ?? 1) * (this.#rarities[feature] ?? 0);
      let squares = 0;
      features.forEach((feature, index) => {
        squares += weightAt(feature, index) ** 2;
      });
      const length = Math.sqrt(squares) || 1;
      features.forEach((feature, index) => {
        const place = next[feature] ?? 0;
        this.#documents[place] = document;
        this.#weights[place] = weightAt(feature, index) / length;
        next[feature] = place + 1;
      });
    });
  }

  #rarityOf(documents: number): number {
    return Math.log(1 + this.#size / documents) ** this.weighing.rarity;
  }

  #emphasisOf(count: number): number {
    return count === 1 ? 1 : count ** this.weighing.repetition;
  }
}
