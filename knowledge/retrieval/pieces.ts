/** Letters, digits and the space; whatever else is folded onto these. */
const alphabet = 37;
const shortest = 3;
const longest = 4;

/**
 * The runs of three or four letters of a text, word boundaries included, each as a number. Numbers because
 * a pack has some hundred thousand runs and is read at every start.
 */
export function piecesOf(words: readonly string[]): readonly number[] {
  const codes = Array.from(` ${words.join(' ')} `, codeOf);
  const pieces: number[] = [];
  for (let start = 0; start + shortest <= codes.length; start++) {
    let piece = 0;
    for (let length = 1; length <= longest && start + length <= codes.length; length++) {
      piece = piece * (alphabet + 1) + (codes[start + length - 1] ?? 0) + 1;
      if (length >= shortest) pieces.push(piece);
    }
  }
  return pieces;
}

function codeOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 48 + 26;
  return code === 32 ? 36 : code % alphabet;
}
