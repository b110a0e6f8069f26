import type { Learned } from './train';

/** Keeps what was learned from a pack in a language, so that the next start need not learn it again. */
export interface Memory {
  /** Null when nothing fits: it is learned anew. */
  recall(locale: string): Learned | null;
  keep(locale: string, learned: Learned): void;
}

/** Forgets everything. */
export const noMemory: Memory = { recall: () => null, keep: () => undefined };
