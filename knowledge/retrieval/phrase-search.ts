import type { Bag } from './bag';
import { calibration } from './calibration';
import { SparseIndex } from './sparse-index';

/** The nearest phrasing counts most; two more that are near too make it firmer. */
const shares = [0.7, 0.2, 0.1] as const;

/** Finds the topics whose phrasings are most like a question. */
export class PhraseSearch {
  readonly #index: SparseIndex;
  readonly #owners: readonly number[];
  readonly #topics: number;

  /** For each topic the features of each of its phrasings; `features` is how many are numbered. */
  constructor(topics: readonly (readonly Bag[])[], features: number) {
    this.#topics = topics.length;
    this.#owners = topics.flatMap((phrasings, topic) => phrasings.map(() => topic));
    this.#index = new SparseIndex(topics.flat(), calibration.phrases, features);
  }

  /** How alike a question is to the nearest phrasings of each topic, 0 to 1, by the topic's number. */
  scores(question: Bag): Float32Array {
    const first = new Float32Array(this.#topics);
    const second = new Float32Array(this.#topics);
    const third = new Float32Array(this.#topics);
    this.#index.similarities(question).forEach((value, document) => {
      const topic = this.#owners[document] ?? 0;
      if (value <= (third[topic] ?? 0)) return;
      if (value > (first[topic] ?? 0)) {
        third[topic] = second[topic] ?? 0;
        second[topic] = first[topic] ?? 0;
        first[topic] = value;
      } else if (value > (second[topic] ?? 0)) {
        third[topic] = second[topic] ?? 0;
        second[topic] = value;
      } else third[topic] = value;
    });
    return first.map(
      (value, topic) =>
        shares[0] * value + shares[1] * (second[topic] ?? 0) + shares[2] * (third[topic] ?? 0),
    );
  }
}
