import { conceptsFileSchema } from '../schema/concepts';
import { faqFileSchema, outOfScopeFileSchema, phrasesFileSchema } from '../schema/faq';
import { packFileSchema, regionsFileSchema, sourcesFileSchema } from '../schema/pack';
import { intakeFileSchema, redFlagsFileSchema, screensFileSchema } from '../schema/questions';
import { sayingsFileSchema } from '../schema/sayings';
import { selfCareFileSchema } from '../schema/self-care';
import { triageFileSchema } from '../schema/triage';

/** The files that every pack has once. */
export const packFiles = {
  'pack.yaml': packFileSchema,
  'sources.yaml': sourcesFileSchema,
  'regions.yaml': regionsFileSchema,
  'triage.yaml': triageFileSchema,
} as const;

/** The files that every language has once, in a folder named after it. */
export const localeFiles = {
  'intake.yaml': intakeFileSchema,
  'screens.yaml': screensFileSchema,
  'red-flags.yaml': redFlagsFileSchema,
  'self-care.yaml': selfCareFileSchema,
  'out-of-scope.yaml': outOfScopeFileSchema,
  'phrases.yaml': phrasesFileSchema,
  'concepts.yaml': conceptsFileSchema,
} as const;

/** Each topic of the FAQ is a file in `<locale>/faq/`. */
export { faqFileSchema };

/** What each red flag sounds like is a file in `<locale>/sayings/`; a pack may have none. */
export { sayingsFileSchema };

const folders: readonly string[] = ['faq', 'lexicon', 'sayings'];

const optional: readonly string[] = ['concepts.yaml'];

/** The paths that a pack with these languages must have. */
export function requiredPaths(locales: readonly string[]): readonly string[] {
  const words = Object.keys(localeFiles).filter((name) => !optional.includes(name));
  return [
    ...Object.keys(packFiles),
    ...locales.flatMap((locale) => words.map((name) => `${locale}/${name}`)),
  ];
}

/** Whether a pack with these languages may have a file at this path. */
export function isPackPath(path: string, locales: readonly string[]): boolean {
  if (Object.hasOwn(packFiles, path)) return true;
  const [locale = '', folder = '', ...rest] = path.split('/');
  if (!locales.includes(locale)) return false;
  if (rest.length === 0) return Object.hasOwn(localeFiles, folder);
  return rest.length === 1 && folders.includes(folder);
}
