import { numberAt } from './numbers';
import { longTimeWords } from './time-words';
import type { Token } from './token';
import type { Vocabulary } from './vocabulary';

/** Reads words of time and number that are misspelt or bear an ending: "teusday", "sixish". */
export type MendTimes = (tokens: readonly Token[]) => Token[];

/** Makes the words of time known to a vocabulary. To be called before its spelling is indexed. */
export function createMendTimes(vocabulary: Vocabulary): MendTimes {
  const timeWords = new Map(longTimeWords.map((word) => [vocabulary.add(word), word]));
  const mended = (token: Token): string => {
    const { word, ids } = token;
    if (word.length > 4 && word.endsWith('ish')) {
      const stem = word.slice(0, -3);
      if (numberAt([{ ...token, word: stem }], 0) !== null) return stem;
    }
    if (word.length < 4 || vocabulary.find(word) !== undefined) return word;
    const time = ids.map((id) => timeWords.get(id)).find((one) => one !== undefined);
    return time ?? word;
  };
  return (tokens) =>
    tokens.map((token) => {
      const word = mended(token);
      return word === token.word ? token : { ...token, word };
    });
}
