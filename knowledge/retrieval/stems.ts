import { newStemmer } from 'snowball-stemmers';

const languages: Readonly<Record<string, string>> = { en: 'english', es: 'spanish' };

export type Stem = (word: string) => string;

/**
 * Gives the stem of a word in a language; words of an unknown language are left as they are. Stems of the
 * words that were met while the pack was read are remembered, because stemming costs more than the lookup.
 */
export function createStem(locale: string, remembered: Iterable<string>): Stem {
  const language = languages[locale];
  if (language === undefined) return (word) => word;
  const stemmer = newStemmer(language);
  const known = new Map<string, string>();
  for (const word of remembered) known.set(word, stemmer.stem(word));
  return (word) => known.get(word) ?? stemmer.stem(word);
}
