import type { Effect } from './effects';
import type { Input } from './input';

/** A person's place in the conversation, as it is stored. Only `dialogs` looks inside `context`. */
export interface Envelope {
  readonly version: number;
  readonly state: unknown;
  readonly context: unknown;
}

/** Where and when a turn takes place: everything the pure core may not find out by itself. */
export interface Circumstances {
  /** ISO 8601, UTC. */
  readonly now: string;
  /** BCP 47; the pack's nearest language is used. */
  readonly locale: string;
  /** ISO 3166-1 alpha-2: which emergency numbers are given. */
  readonly region: string;
}

export interface TurnResult {
  readonly envelope: Envelope;
  readonly effects: readonly Effect[];
}

/** The whole conversation as a pure function. A null envelope is a conversation that begins. */
export interface Dialog {
  turn(envelope: Envelope | null, input: Input, circumstances: Circumstances): TurnResult;
}
