import type { PackWords } from '../knowledge';

/** Everything that a phrase may mention in braces. */
export type PhraseParameters = Readonly<Record<string, string>>;

/** The names that a phrase mentions in braces. */
export function parametersOf(template: string): readonly string[] {
  return [...template.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? '');
}

/**
 * A phrase of the pack with its parameters put in. Pure. A phrase that is missing, or a parameter that
 * the phrase mentions and nobody gave, is a fault of the pack or of the caller and throws.
 */
export function phrase(words: PackWords, id: string, parameters: PhraseParameters = {}): string {
  const template = words.phrases.get(id);
  if (template === undefined) throw new RangeError(`no phrase "${id}" in "${words.locale}"`);
  return template
    .replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new RangeError(`phrase "${id}" needs "${name}"`);
      return value;
    })
    .trim();
}
