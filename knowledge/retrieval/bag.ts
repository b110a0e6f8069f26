/** How much of each numbered feature a text has. */
export interface Bag {
  readonly features: readonly number[];
  readonly counts: readonly number[];
}

/** Adds up texts feature by feature. One collector serves many bags, because it is large. */
export class BagCollector {
  readonly #counts: Float32Array;
  #features: number[] = [];

  constructor(size: number) {
    this.#counts = new Float32Array(size);
  }

  add(features: readonly number[], share = 1): void {
    for (const feature of features) {
      if (feature < 0) continue;
      if (this.#counts[feature] === 0) this.#features.push(feature);
      this.#counts[feature] = (this.#counts[feature] ?? 0) + share;
    }
  }

  /** What was added since the last time. */
  take(): Bag {
    const features = this.#features;
    const counts = features.map((feature) => this.#counts[feature] ?? 0);
    for (const feature of features) this.#counts[feature] = 0;
    this.#features = [];
    return { features, counts };
  }
}
