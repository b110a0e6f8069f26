import { bagOf, type Bag } from './bag';

interface Posting {
  readonly documents: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Texts as weighted bags of features, to find the ones most alike. Rare features weigh more and a text's
 * length does not matter (cosine of TF-IDF). Built once, then only read.
 */
export class SparseIndex<Feature extends string | number> {
  readonly #postings = new Map<Feature, Posting>();
  readonly #size: number;

  constructor(documents: readonly (readonly Feature[])[]) {
    this.#size = documents.length;
    const bags = documents.map(bagOf);
    const frequency = new Map<Feature, number>();
    for (const bag of bags) {
      for (const feature of bag.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
    }
    for (const [feature, count] of frequency) {
      this.#postings.set(feature, {
        documents: new Int32Array(count),
        weights: new Float32Array(count),
      });
    }
    const filled = new Map<Feature, number>();
    bags.forEach((bag, document) => {
      const length = this.#lengthOf(bag);
      for (const [feature, count] of bag) {
        const posting = this.#postings.get(feature);
        const place = filled.get(feature) ?? 0;
        if (posting === undefined) continue;
        posting.documents[place] = document;
        posting.weights[place] = this.#weight(feature, count) / length;
        filled.set(feature, place + 1);
      }
    });
  }

  /** How telling a feature is; one that no text has is as telling as the rarest. */
  rarity(feature: Feature): number {
    return Math.log(1 + this.#size / (this.#postings.get(feature)?.documents.length ?? 1));
  }

  /** The likeness of a text and each document, 0 to 1, by the document's number. */
  similarities(features: readonly Feature[]): Float64Array {
    const scores = new Float64Array(this.#size);
    const bag = bagOf(features);
    const length = this.#lengthOf(bag);
    for (const [feature, count] of bag) {
      const posting = this.#postings.get(feature);
      if (posting === undefined) continue;
      const weight = this.#weight(feature, count) / length;
      posting.documents.forEach((document, place) => {
        scores[document] = (scores[document] ?? 0) + weight * (posting.weights[place] ?? 0);
      });
    }
    return scores;
  }

  #weight(feature: Feature, count: number): number {
    return (1 + Math.log(count)) * this.rarity(feature);
  }

  #lengthOf(bag: Bag<Feature>): number {
    let sum = 0;
    for (const [feature, count] of bag) sum += this.#weight(feature, count) ** 2;
    return Math.sqrt(sum) || 1;
  }
}
