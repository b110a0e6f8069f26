/** Pieces are folded onto this many numbers; a few share one, which does no harm. */
export const pieceNumbers = 1 << 16;

/** Gives the runs of three and four letters of a word, its ends included, each as a number. */
export type PiecesOf = (word: string) => readonly number[];

/** Remembers the pieces of the words it met, because a pack repeats its words a hundredfold. */
export function createPieces(): PiecesOf {
  const known = new Map<string, readonly number[]>();
  return (word) => {
    const pieces = known.get(word) ?? cut(word);
    known.set(word, pieces);
    return pieces;
  };
}

function cut(word: string): readonly number[] {
  const letters = ` ${word} `;
  const pieces: number[] = [];
  for (let start = 0; start + 3 <= letters.length; start++) {
    const three = fold(fold(fold(7, letters, start), letters, start + 1), letters, start + 2);
    pieces.push(three % pieceNumbers);
    if (start + 4 <= letters.length) pieces.push(fold(three, letters, start + 3) % pieceNumbers);
  }
  return pieces;
}

function fold(hash: number, letters: string, place: number): number {
  return (Math.imul(hash, 16_777_619) ^ letters.charCodeAt(place)) >>> 0;
}
