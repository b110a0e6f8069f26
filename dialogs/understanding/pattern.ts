/** A pattern of the lexicon, read. `lexicon.ts` of the schema describes how it is written. */
export type Pattern =
  | { readonly kind: 'word'; readonly word: string; readonly inflected: boolean }
  | { readonly kind: 'concept'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'any'; readonly options: readonly Pattern[] }
  | { readonly kind: 'optional'; readonly part: Pattern }
  | { readonly kind: 'not'; readonly part: Pattern }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** A fault in the way a pattern is written. */
export class PatternFault extends Error {
  constructor(pattern: string, why: string) {
    super(`pattern "${pattern}": ${why}`);
    this.name = 'PatternFault';
  }
}

const gapOfDots = 3;
const gapOfEitherOrder = 4;
const lexemes = /\s+|<>\d*|\.\.\d*|\{[a-z0-9-]+\}|[a-z0-9/]+~?|[()|?!^$]/y;

function cut(source: string): string[] {
  const pieces: string[] = [];
  lexemes.lastIndex = 0;
  while (lexemes.lastIndex < source.length) {
    const found = lexemes.exec(source);
    if (found === null) throw new PatternFault(source, 'holds a character that means nothing');
    if (found[0].trim() !== '') pieces.push(found[0]);
  }
  return pieces;
}

/** Reads a pattern, or throws a `PatternFault` that says what is wrong with it. */
export function readPattern(source: string): Pattern {
  const pieces = cut(source);
  let at = 0;

  const single = (): Pattern => {
    const piece = pieces[at];
    at += 1;
    if (piece === undefined) throw new PatternFault(source, 'ends too early');
    if (piece === '(') {
      const inner = options();
      if (pieces[at] !== ')') throw new PatternFault(source, 'a bracket is not closed');
      at += 1;
      return inner;
    }
    if (piece === '!') return { kind: 'not', part: postfixed() };
    if (piece === '^') return { kind: 'start' };
    if (piece === '$') return { kind: 'end' };
    if (piece.startsWith('..')) {
      return { kind: 'gap', most: piece === '..' ? gapOfDots : Number(piece.slice(2)) };
    }
    if (piece.startsWith('{')) return { kind: 'concept', name: piece.slice(1, -1) };
    if (/^[a-z0-9/]/.test(piece)) {
      const inflected = piece.endsWith('~');
      return { kind: 'word', word: inflected ? piece.slice(0, -1) : piece, inflected };
    }
    throw new PatternFault(source, `"${piece}" stands where a word should`);
  };
  const postfixed = (): Pattern => {
    const part = single();
    if (pieces[at] !== '?') return part;
    at += 1;
    return { kind: 'optional', part };
  };
  const sequence = (): Pattern => {
    const parts: Pattern[] = [];
    while (at < pieces.length && !/^(<>|\||\))/.test(pieces[at] ?? '')) parts.push(postfixed());
    const [only] = parts;
    if (only === undefined) throw new PatternFault(source, 'has an empty part');
    return parts.length === 1 ? only : { kind: 'sequence', parts };
  };
  const eitherOrder = (): Pattern => {
    let left = sequence();
    while (pieces[at]?.startsWith('<>')) {
      const piece = pieces[at] ?? '';
      at += 1;
      const right = sequence();
      const gap: Pattern = {
        kind: 'gap',
        most: piece === '<>' ? gapOfEitherOrder : Number(piece.slice(2)),
      };
      left = {
        kind: 'any',
        options: [
          { kind: 'sequence', parts: [left, gap, right] },
          { kind: 'sequence', parts: [right, gap, left] },
        ],
      };
    }
    return left;
  };
  const options = (): Pattern => {
    const list = [eitherOrder()];
    while (pieces[at] === '|') {
      at += 1;
      list.push(eitherOrder());
    }
    const [only] = list;
    return list.length === 1 && only !== undefined ? only : { kind: 'any', options: list };
  };

  const pattern = options();
  if (at < pieces.length) throw new PatternFault(source, `"${pieces[at]}" is left over`);
  return pattern;
}
