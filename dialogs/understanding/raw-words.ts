import { foldCharacter } from './fold-characters';
import { Break } from './token';

type Strength = (typeof Break)[keyof typeof Break];

/** A word before short forms and spelling were looked at. Apostrophes are still in it. */
export interface RawWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly before: Strength;
  readonly asked: boolean;
}

/** Signs that stand for a word. */
const signs: ReadonlyMap<string, string> = new Map([
  ['°', 'degrees'],
  ['º', 'degrees'],
  ['%', 'percent'],
  ['&', 'and'],
  ['👍', 'yes'],
  ['✅', 'yes'],
  ['👌', 'yes'],
  ['👎', 'no'],
  ['❌', 'no'],
  ['🤷', 'dunno'],
]);
const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isDigits = (text: string): boolean => /^\.?\d/.test(text);
const isLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character > '\u007F' && /^\p{L}/u.test(character));
const parting = new Set([',', ':', '(', ')', '"', '[', ']']);
const ending = new Set(['!', '\n', ';']);

/** Collects the words of one text. */
class Cutter {
  readonly words: { -readonly [Key in keyof RawWord]: RawWord[Key] }[] = [];
  #text = '';
  #start = 0;
  #end = 0;
  #before: Strength = Break.none;
  #sentence = 0;

  get last(): string {
    return this.#text.slice(-1);
  }

  grow(piece: string, start: number, end: number): void {
    if (this.#text === '') this.#start = start;
    this.#text += piece;
    this.#end = end;
  }

  close(): void {
    const text = this.#text.replace(/^'+|'+$/g, '');
    if (text !== '') {
      const before = this.#before;
      this.words.push({ text, start: this.#start, end: this.#end, before, asked: false });
      this.#before = Break.none;
    }
    this.#text = '';
  }

  part(): void {
    if (this.#before === Break.none) this.#before = Break.phrase;
  }

  end(asked: boolean): void {
    if (asked) for (const word of this.words.slice(this.#sentence)) word.asked = true;
    this.#sentence = this.words.length;
    this.#before = Break.sentence;
  }
}

/** Cuts a text into words. Takes time in proportion to its length, whatever it holds. */
export function rawWords(text: string): readonly RawWord[] {
  const cutter = new Cutter();
  const characters = Array.from(text);
  let at = 0;
  for (const [index, character] of characters.entries()) {
    const start = at;
    at += character.length;
    const sign = signs.get(character);
    if (sign !== undefined) {
      cutter.close();
      cutter.grow(sign, start, at);
      cutter.close();
      continue;
    }
    const folded = foldCharacter(character);
    if (folded === '') continue;
    const next = characters[index + 1] ?? ' ';
    const { last } = cutter;
    if (isDigits(folded) || isLetter(folded)) {
      if (isDigit(last) && isLetter(folded)) cutter.close();
      cutter.grow(folded, start, at);
    } else if (folded === "'" && last !== '') {
      cutter.grow(folded, start, at);
    } else if ((folded === '.' || folded === ',') && isDigit(last) && isDigit(next)) {
      cutter.grow(folded, start, at);
    } else {
      const isBetweenNumbers =
        isDigit(last) && isDigits(next.trim() || (characters[index + 2] ?? ''));
      cutter.close();
      if (folded === '/' && isBetweenNumbers) {
        cutter.grow('/', start, at);
        cutter.close();
      } else if (folded === '?') cutter.end(true);
      else if (ending.has(folded)) cutter.end(false);
      else if (folded === '.') {
        const isEllipsis = next === '.' || characters[index - 1] === '.' || character === '…';
        if (isEllipsis) cutter.part();
        else cutter.end(false);
      } else if (parting.has(folded) || (folded === '-' && isBlank(characters[index - 1])))
        cutter.part();
    }
  }
  cutter.close();
  return cutter.words;
}

const isBlank = (character: string | undefined): boolean => (character ?? ' ').trim() === '';
