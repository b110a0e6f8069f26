import type { Lexicon } from '../../knowledge';
import { rawWords } from './raw-words';
import { createRepair } from './spelling';
import type { Token } from './token';
import { Vocabulary } from './vocabulary';

/** Reads a text into tokens. */
export type Tokenise = (text: string) => Token[];

/** Words after which 's is a short "is", and not a possessive. */
const beforeIs = new Set(
  'it he she that there what who where how here when everything something nothing one pain back leg foot'.split(
    ' ',
  ),
);
const endings: readonly (readonly [string, string])[] = [
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
];

/** The longest text that is looked at; what comes after it is beyond any message of a person. */
export const longestText = 4000;

/** Prepares the reading of texts against a vocabulary. */
export function createTokenise(lexicon: Lexicon, vocabulary: Vocabulary): Tokenise {
  const contractions = new Map(
    Object.entries(lexicon.contractions ?? {}).map(([short, long]) => [short, long.split(' ')]),
  );
  const misspellings = new Map(
    Object.entries(lexicon.misspellings ?? {}).map(([wrong, right]) => [wrong, right.split(' ')]),
  );
  for (const words of [...contractions.values(), ...misspellings.values()]) {
    for (const word of words) vocabulary.add(word);
  }
  const known = new Set((lexicon.known ?? '').split(/\s+/));
  const repair = createRepair(vocabulary, known);
  const shortForms = new Vocabulary();
  for (const short of [...contractions.keys(), ...misspellings.keys()]) shortForms.add(short);
  const repairShortForm = createRepair(shortForms, known);
  const isKnown = (word: string): boolean => vocabulary.find(word) !== undefined;

  /** "nooooo" is "no", "toooo" is "too", and "dffficulty" has one letter too many. */
  const withoutRepeats = (word: string): string => {
    if (!/([a-z])\1\1/.test(word)) return word;
    const twice = word.replace(/([a-z])\1{2,}/g, '$1$1');
    const once = word.replace(/([a-z])\1{2,}/g, '$1');
    const right = [once, twice].find(isKnown);
    return right ?? [word, twice, once].find((form) => repair(form).length > 0) ?? once;
  };

  const written = (raw: string): readonly string[] => {
    const direct = contractions.get(raw.replaceAll("'", ''));
    if (direct !== undefined && !(raw.includes("'") && /'(s|ll|d|re)$/.test(raw))) return direct;
    if (raw.includes("'")) {
      if (raw.endsWith("n't")) return [raw.slice(0, -3), 'not'];
      if (raw.endsWith("'s")) {
        const stem = raw.slice(0, -2);
        return beforeIs.has(stem) ? [stem, 'is'] : [stem];
      }
      for (const [ending, word] of endings) {
        if (raw.endsWith(ending)) return [raw.slice(0, -ending.length), word];
      }
      return written(raw.replaceAll("'", ''));
    }
    const word = withoutRepeats(raw);
    const whole = misspellings.get(word) ?? contractions.get(word);
    if (whole !== undefined) return whole;
    if (!isKnown(word) && word.length > 3 && repair(word).every((one) => contractions.has(one))) {
      const [short] = repairShortForm(word);
      return contractions.get(short ?? '') ?? misspellings.get(short ?? '') ?? [word];
    }
    return [word];
  };

  const idsOf = (word: string): readonly number[] => {
    const id = vocabulary.find(word);
    if (id !== undefined) return [id];
    return repair(word).flatMap((candidate) => vocabulary.find(candidate) ?? []);
  };

  const cache = new Map<string, readonly { word: string; ids: readonly number[] }[]>();
  const read = (raw: string): readonly { word: string; ids: readonly number[] }[] => {
    const before = cache.get(raw);
    if (before !== undefined) return before;
    const fresh = written(raw).map((word) => ({ word, ids: idsOf(word) }));
    // a bound, so that a long-lived process does not collect every typo of the world
    if (cache.size < 5000 && raw.length <= 24) cache.set(raw, fresh);
    return fresh;
  };

  return (text) => {
    const tokens: Token[] = [];
    for (const raw of rawWords(text.slice(0, longestText))) {
      for (const [index, { word, ids }] of read(raw.text).entries()) {
        tokens.push({
          word,
          ids,
          start: raw.start,
          end: raw.end,
          before: index === 0 ? raw.before : 0,
          asked: raw.asked,
        });
      }
    }
    return tokens;
  };
}
