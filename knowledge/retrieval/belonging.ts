import { calibration } from './calibration';
import type { Features } from './features';

/** Coprime to any number of texts that a pack has, so that steps of it visit them all, well mixed. */
const stride = 7919;

/**
 * Tells questions that the pack answers from those that it does not: a logistic regression over stems, ideas
 * and pairs, learned from the phrasings when the pack is opened. Always in the same order, so that the same
 * pack always gives the same answers.
 */
export class Belonging {
  readonly #weights: Float32Array;
  #offset = 0;

  constructor(
    answered: readonly Features[],
    others: readonly Features[],
    /** How many features are numbered. */
    features: number,
  ) {
    this.#weights = new Float32Array(features);
    const { rounds, rate } = calibration.belonging;
    const texts = [...answered, ...others];
    const balance = answered.length / Math.max(1, others.length);
    for (let round = 0; round < rounds; round++) {
      for (let step = 0; step < texts.length; step++) {
        const place = (step * stride) % texts.length;
        const text = texts[place];
        if (text === undefined) continue;
        const ours = place < answered.length;
        const error = (ours ? 1 : 0) - 1 / (1 + Math.exp(-this.of(text)));
        const share = ours ? 1 : Math.sqrt(balance);
        this.#learn(text, (rate * share * error) / (1 + round));
      }
    }
  }

  /** Above 0 when a text is more like what is answered, below when it is more like the rest. */
  of(text: Features): number {
    const { stems, ideas, pairs } = text;
    return this.#offset + (this.#sum(stems) + this.#sum(ideas) + this.#sum(pairs)) / scale(text);
  }

  #sum(features: readonly number[]): number {
    let sum = 0;
    for (const feature of features) sum += this.#weights[feature] ?? 0;
    return sum;
  }

  #learn(text: Features, change: number): void {
    const part = change / scale(text);
    this.#offset += change * 0.1;
    for (const features of [text.stems, text.ideas, text.pairs]) {
      for (const feature of features) this.#weights[feature] = (this.#weights[feature] ?? 0) + part;
    }
  }
}

/** Long texts do not count for more than short ones. */
function scale({ stems, ideas, pairs }: Features): number {
  return Math.sqrt(1 + stems.length + ideas.length + pairs.length);
}
