import type { Fault } from './fault';
import type { Located } from './located-file';

/** A string of a pack with its place. Values that are no strings are left to the schemas. */
export interface LocatedText extends Located {
  readonly value: string;
}

export function texts(pieces: readonly Located[]): readonly LocatedText[] {
  return pieces.flatMap((piece) =>
    typeof piece.value === 'string' ? [{ ...piece, value: piece.value }] : [],
  );
}

export function setOfTexts(pieces: readonly Located[]): ReadonlySet<string> {
  return new Set(texts(pieces).map((piece) => piece.value));
}

export function faultAt(piece: Located, reason: string): Fault {
  return { file: piece.file, line: piece.line, reason };
}

/** A fault for every text that the set does not hold. */
export function unknownIn(
  pieces: readonly Located[],
  known: ReadonlySet<string>,
  what: string,
): readonly Fault[] {
  return texts(pieces)
    .filter((piece) => !known.has(piece.value))
    .map((piece) => faultAt(piece, `there is no ${what} "${piece.value}"`));
}

/** A fault for every text whose key was met before, naming the first place. */
export function repeatedIn(
  pieces: readonly LocatedText[],
  keyOf: (text: string) => string,
  what: string,
): readonly Fault[] {
  const first = new Map<string, LocatedText>();
  return pieces.flatMap((piece) => {
    const key = keyOf(piece.value);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, piece);
      return [];
    }
    return [
      faultAt(
        piece,
        `${what} "${piece.value}" is listed twice, first at ${before.file}:${before.line}`,
      ),
    ];
  });
}
