import { scanOf, type Match, type Scan } from './matcher';
import type { RuleSet } from './rule-set';
import type { Token } from './token';

/** A text with all that the context words in it say, found once and asked many times. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly scan: Scan;
  /** Context words by the name of their concept, in the order of the text. */
  readonly cues: ReadonlyMap<string, readonly Match<string>[]>;
}

const nothing: readonly Match<string>[] = [];

/** Reads a text once. */
export function read(
  text: string,
  tokens: readonly Token[],
  contextRules: RuleSet<string>,
): Reading {
  const scan = scanOf(tokens);
  const cues = new Map<string, Match<string>[]>();
  for (const match of contextRules.find(scan, true)) {
    const list = cues.get(match.payload);
    if (list === undefined) cues.set(match.payload, [match]);
    else list.push(match);
  }
  return { text, tokens, scan, cues };
}

/** Where a kind of context word stands. */
export const cuesOf = (reading: Reading, name: string): readonly Match<string>[] =>
  reading.cues.get(name) ?? nothing;

/** Whether a kind of context word touches a place. */
export const hasCueAt = (reading: Reading, name: string, at: number): boolean =>
  cuesOf(reading, name).some((cue) => cue.from <= at && at < cue.to);
