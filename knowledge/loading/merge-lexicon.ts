import { lexiconFileSchema, type Lexicon } from '../schema/lexicon';
import type { Fault } from './fault';
import type { LocatedFile } from './located-file';

type Plain = Record<string, unknown>;

/**
 * Puts the lexicon files of a language together: lists under the same key are appended, maps are joined.
 * The same word in two maps, or a key that is a list here and a map there, is a fault.
 */
export function mergeLexicon(files: readonly LocatedFile[]): {
  readonly lexicon: Lexicon;
  readonly faults: readonly Fault[];
} {
  const merged: Plain = {};
  const faults: Fault[] = [];
  for (const file of files) {
    const read = file.read(lexiconFileSchema);
    faults.push(...read.faults);
    for (const [key, value] of Object.entries<unknown>(read.value ?? {})) {
      const known = merged[key];
      if (known === undefined) merged[key] = value;
      else if (Array.isArray(known) && Array.isArray(value)) merged[key] = [...known, ...value];
      else if (isPlain(known) && isPlain(value)) {
        for (const word of Object.keys(value).filter((name) => Object.hasOwn(known, name))) {
          faults.push(file.fault(file.lineOf([key, word]), `${key}.${word}: listed twice`));
        }
        merged[key] = { ...known, ...value };
      } else faults.push(file.fault(file.lineOf([key]), `${key}: listed twice`));
    }
  }
  return { lexicon: merged, faults };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
