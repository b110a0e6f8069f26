import { tableBits, type Features } from './featurise';

/** A message with the classes that it shows and those that it shows not to be there. */
export interface Example {
  readonly features: Features;
  /** Classes that are there. */
  readonly is: readonly number[];
  /** How much it counts against each class that is not there; nothing where it says nothing of it. */
  readonly against: (label: number) => number;
}

/** A linear model of several independent classes. */
export interface Model {
  /** The log odds of each class, given features. */
  readonly score: (features: Features) => Float32Array;
  /** What each feature gives to one class. */
  readonly shares: (features: Features, label: number) => readonly number[];
}

/** What was learned, as plain data that can be kept. */
export interface Learned {
  readonly classes: number;
  /** The features that count, in ascending order; `weights` has a row for each, in the same order. */
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** How the learning goes. */
export interface Learning {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** How much more a message counts where the class is there, since such messages are few. */
  readonly positive: number;
}

export const learning: Learning = { epochs: 4, rate: 0.5, decay: 1e-4, positive: 2.5 };

/** A message that is judged rightly by this much teaches nothing more. */
const margin = 0.1;

const table = 1 << tableBits;

/** Features met only once teach nothing that carries over; the others count. */
function telling(examples: readonly Example[]): Int32Array {
  const counts = new Uint8Array(table);
  for (const { features } of examples) {
    for (const key of features.keys)
      if ((counts[key] ?? 0) < 2) counts[key] = (counts[key] ?? 0) + 1;
  }
  const keys: number[] = [];
  for (let key = 0; key < table; key += 1) if ((counts[key] ?? 0) >= 2) keys.push(key);
  return Int32Array.from(keys);
}

function placesOf(keys: Int32Array): Int32Array {
  const index = new Int32Array(table).fill(-1);
  for (const [place, key] of keys.entries()) index[key] = place;
  return index;
}

interface Compact {
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** Keeps a word or two from being as telling as a whole sentence. */
const shortness = 12;

/** The known features of a message, scaled so that long and short messages weigh much the same. */
function compact({ keys, weights }: Features, index: Int32Array, classes: number): Compact {
  const at: number[] = [];
  const value: number[] = [];
  let norm = 0;
  for (const [position, key] of keys.entries()) {
    const weight = weights[position] ?? 0;
    norm += weight * weight;
    const place = index[key] ?? -1;
    if (place < 0) continue;
    at.push(place * classes);
    value.push(weight);
  }
  const scale = 1 / Math.sqrt(norm + shortness);
  return { at: Int32Array.from(at), value: Float32Array.from(value, (one) => one * scale) };
}

/**
 * Learns one logistic regression a class by stochastic gradient descent with adaptive steps. The
 * order of the examples is fixed, so that the same pack always gives the same model.
 */
export function train(
  examples: readonly Example[],
  classes: number,
  { epochs, rate, decay, positive }: Learning = learning,
): Learned {
  const keys = telling(examples);
  const index = placesOf(keys);
  const weights = new Float32Array(keys.length * classes);
  const steps = new Float32Array(keys.length * classes).fill(1e-2);
  const bias = new Float32Array(classes).fill(-2);
  const inputs = examples.map(({ features }) => compact(features, index, classes));
  const targets = examples.map(({ is, against }) => {
    const gains = Float32Array.from({ length: classes }, (_, label) => -against(label));
    for (const label of is) gains[label] = positive;
    return gains;
  });
  const score = scorer({ classes, keys, weights, bias });
  // a stride that shares no factor with the count visits all, and parts neighbours of one file
  const stride = coprimeNear(Math.floor(examples.length * 0.618), examples.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let turn = 0; turn < examples.length; turn += 1) {
      const which = (turn * stride) % examples.length;
      const input = inputs[which];
      const target = targets[which];
      if (input === undefined || target === undefined) continue;
      const odds = score(input);
      for (let label = 0; label < classes; label += 1) {
        const gain = target[label] ?? 0;
        if (gain === 0) continue;
        const wanted = gain > 0 ? 1 : 0;
        const error = (wanted - 1 / (1 + Math.exp(-(odds[label] ?? 0)))) * Math.abs(gain);
        // what is right already with a margin needs no step
        if (error < margin && error > -margin) continue;
        bias[label] = (bias[label] ?? 0) + 0.01 * error;
        for (let feature = 0; feature < input.at.length; feature += 1) {
          const place = (input.at[feature] ?? 0) + label;
          const before = weights[place] ?? 0;
          const slope = error * (input.value[feature] ?? 0) - decay * before;
          const sum = (steps[place] ?? 0) + slope * slope;
          steps[place] = sum;
          weights[place] = before + (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { classes, keys, weights, bias };
}

/** The log odds of each class. The array that it returns is used again by the next call. */
function scorer({ classes, weights, bias }: Learned): (input: Compact) => Float32Array {
  const sums = new Float32Array(classes);
  return (input) => {
    sums.set(bias);
    for (let feature = 0; feature < input.at.length; feature += 1) {
      const row = input.at[feature] ?? 0;
      const value = input.value[feature] ?? 0;
      for (let label = 0; label < classes; label += 1) {
        sums[label] = (sums[label] ?? 0) + value * (weights[row + label] ?? 0);
      }
    }
    return sums;
  };
}

/** Puts what was learned to use. */
export function modelOf(learned: Learned): Model {
  const { classes, keys, weights } = learned;
  const index = placesOf(keys);
  const score = scorer(learned);
  return {
    score: (features) => Float32Array.from(score(compact(features, index, classes))),
    shares: (features, label) =>
      features.keys.map((key, position) => {
        const place = index[key] ?? -1;
        const weight = features.weights[position] ?? 0;
        return place < 0 ? 0 : weight * (weights[place * classes + label] ?? 0);
      }),
  };
}

function coprimeNear(start: number, count: number): number {
  const divisor = (left: number, right: number): number =>
    right === 0 ? left : divisor(right, left % right);
  let stride = Math.max(1, start);
  while (divisor(stride, count) !== 1) stride += 1;
  return stride;
}
