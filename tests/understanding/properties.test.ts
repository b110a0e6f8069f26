import * as fc from 'fast-check';
import { readCases, type Case } from './cases';
import { meaningOf, outcomeOf } from './pack-understanding';

const emergencies = readCases('emergency.jsonl').map(({ text }: Case) => text);
const tierOf = (text: string): string => outcomeOf(meaningOf(text)).tier;
const emergency = fc.constantFrom(...emergencies);

describe('an emergency stays an emergency', () => {
  test.each([
    ['a greeting before it', (text: string) => `Hi there, ${text}`],
    ['politeness around it', (text: string) => `Sorry to bother you. ${text}. Thank you so much`],
    ['capital letters', (text: string) => text.toUpperCase()],
    ['an emoji after it', (text: string) => `${text} 😭🙏`],
    ['an emoji before it', (text: string) => `😩 ${text}`],
    ['a question after it', (text: string) => `${text}. What should I do?`],
    ['blanks around it', (text: string) => `  \n${text}  \n`],
    ['curly quotes', (text: string) => text.replaceAll("'", '’')],
    ['invisible characters in it', (text: string) => text.replaceAll('e', 'e\u200B')],
    ['letters of another script', (text: string) => text.replaceAll('o', 'о').replaceAll('a', 'а')],
  ])('with %s', (_, change) => {
    const lowered = emergencies.filter((text) => tierOf(change(text)) !== 'emergency');
    expect(lowered).toEqual([]);
  });

  test('with a letter mistyped in one of its longer words, nearly always', () => {
    const letters = fc.constantFrom(...Array.from('etaoinshrdl'));
    let missed = 0;
    const runs = 1500;
    fc.assert(
      fc.property(
        emergency,
        fc.nat(),
        fc.nat(),
        fc.nat(3),
        letters,
        (text, which, where, how, letter) => {
          const mistyped = withTypo(text, { which, where, how, letter });
          if (tierOf(mistyped) !== 'emergency') missed += 1;
        },
      ),
      { numRuns: runs, seed: 20261122 },
    );
    expect(missed / runs).toBeLessThan(0.02);
  });
});

interface Typo {
  readonly which: number;
  readonly where: number;
  readonly how: number;
  readonly letter: string;
}

/** One letter changed, left out, doubled by another or swapped, in a word of at least five letters. */
function withTypo(text: string, { which, where, how, letter }: Typo): string {
  const words = text.split(' ');
  const long = [...words.keys()].filter((index) => /^[a-z]{5,}$/i.test(words[index] ?? ''));
  const index = long[which % Math.max(1, long.length)];
  if (index === undefined) return text;
  const word = words[index] ?? '';
  const at = 1 + (where % (word.length - 2));
  const changed = [
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  ][how];
  return words.with(index, changed ?? word).join(' ');
}

describe('any text at all', () => {
  const questions = [
    'severity',
    'durationDays',
    'location',
    'screen-legs',
    'recurrent',
    'nsaidCautions',
  ];
  test('is read without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 4000 }),
        fc.constantFrom(undefined, ...questions),
        (text, question) => {
          expect(meaningOf(text, question).text).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('of words that matter, in any order, is read without an error', () => {
    const words = fc.constantFrom(
      ...emergencies.flatMap((text) => text.split(' ')),
      '?',
      '.',
      ',',
      '7',
      '/',
      '10',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 700 }),
        fc.constantFrom(undefined, ...questions),
        (list, question) => {
          const text = list.join(' ').slice(0, 4000);
          expect(meaningOf(text, question).text).toBe(text);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives evidence that stands in the text, letter by letter', () => {
    fc.assert(
      fc.property(emergency, fc.constantFrom('', 'Hello!! ', '«ÀÉ» 😭 '), (text, before) => {
        const said = before + text.replaceAll("'", '’');
        for (const { evidence } of meaningOf(said).flags) expect(said).toContain(evidence);
      }),
    );
  });
});
