import type { Token } from './token';

/** A number that somebody said, and the words it took. */
export interface SaidNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const ones: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const vagueNumbers: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 4],
  ['dozen', 12],
  ['nil', 0],
  ['fourty', 40],
]);
const highestWritten = 100_000;

function plainNumber(tokens: readonly Token[], at: number): SaidNumber | null {
  const word = tokens[at]?.word;
  if (word === undefined) return null;
  if (/^\d{1,6}([.,]\d{1,3})?$/.test(word) || /^\.\d+$/.test(word)) {
    const value = Number(word.replace(',', '.'));
    return value <= highestWritten ? { value, from: at, to: at + 1 } : null;
  }
  const ten = tens.get(word);
  if (ten !== undefined) {
    const one = ones.get(tokens[at + 1]?.word ?? '') ?? 0;
    const joined = one > 0 && one < 10;
    return { value: ten + (joined ? one : 0), from: at, to: at + (joined ? 2 : 1) };
  }
  const one = ones.get(word) ?? (word === 'hundred' ? 100 : undefined);
  if (one !== undefined) {
    if (tokens[at + 1]?.word !== 'hundred' || one === 0)
      return { value: one, from: at, to: at + 1 };
    const more = tokens[at + 2]?.word === 'and' ? at + 3 : at + 2;
    const rest = plainNumber(tokens, more);
    return rest !== null && rest.value < 100
      ? { value: one * 100 + rest.value, from: at, to: rest.to }
      : { value: one * 100, from: at, to: at + 2 };
  }
  return null;
}

/** "and a half" after a number. */
const halfAfter = (tokens: readonly Token[], at: number): number => {
  const words = [0, 1, 2].map((step) => tokens[at + step]?.word);
  if (words[0] === 'and' && words[1] === 'a' && words[2] === 'half') return at + 3;
  if (words[0] === 'and' && words[1] === 'half') return at + 2;
  if (words[0] === '.5') return at + 1;
  return at;
};

/** The number that begins at a word, if one does: "7", "seven and a half", "a couple of", "half a". */
export function numberAt(tokens: readonly Token[], at: number): SaidNumber | null {
  const plain = plainNumber(tokens, at);
  if (plain !== null) {
    const to = halfAfter(tokens, plain.to);
    return to > plain.to ? { value: plain.value + 0.5, from: at, to } : plain;
  }
  const word = tokens[at]?.word;
  if (word === 'half') {
    const next = tokens[at + 1]?.word;
    return { value: 0.5, from: at, to: next === 'a' || next === 'an' ? at + 2 : at + 1 };
  }
  const begins = word === 'a' || word === 'an' ? at + 1 : at;
  const amount = vagueNumbers.get(tokens[begins]?.word ?? '');
  if (amount === undefined) return null;
  return {
    value: amount,
    from: at,
    to: tokens[begins + 1]?.word === 'of' ? begins + 2 : begins + 1,
  };
}

/** All numbers in a text, in order. */
export function numbersIn(tokens: readonly Token[]): SaidNumber[] {
  const numbers: SaidNumber[] = [];
  let at = 0;
  while (at < tokens.length) {
    const number = numberAt(tokens, at);
    if (number === null) at += 1;
    else {
      numbers.push(number);
      at = number.to;
    }
  }
  return numbers;
}
