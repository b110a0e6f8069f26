import { z } from 'zod';
import { id } from './common';
import { slotsSchema } from './slots';

/**
 * A pattern over normalised words. Parts stand apart by spaces:
 * `word` · `word~` with its inflections · `{concept}` · `(a | b c)` · `x?` optional ·
 * `..` a gap of at most three words, `..6` of at most six · `a <> b` either order with a gap of at
 * most four, `a <>2 b` of two · `!x` not followed by x · `^` and `$` start and end of the message.
 * Patterns never reach over the end of a sentence.
 */
export const patternSchema = z.string().min(1).max(2000);

/** A way to say that a red flag is there. */
export const flagPatternSchema = z.union([
  patternSchema,
  z.strictObject({
    say: patternSchema,
    /** Qualifiers that these words carry. */
    with: z.array(id).min(1).optional(),
    /** Counts only while it lasts, though the flag counts ever: an infection that healed is none. */
    passes: z.literal(true).optional(),
    /** Too vague to count before it was read back. */
    vague: z.literal(true).optional(),
  }),
]);

/** The words for one red flag. */
export const flagWordsSchema = z.strictObject({
  /** Ids of `sources.yaml`: why these words mean this flag. */
  sources: z.array(id).min(1),
  /** Counts though it is long over, as a cancer does. */
  ever: z.boolean().default(false),
  /** Counts even where it is only imagined or asked about, as thoughts of suicide do. */
  always: z.boolean().default(false),
  patterns: z.array(flagPatternSchema).min(1),
  /** Words near a pattern of this flag that add a qualifier. */
  qualifiers: z.record(id, z.array(patternSchema)).default({}),
  /** Words that look like a pattern of this flag and are not: "inner thighs" is no leg. */
  unless: z.array(patternSchema).default([]),
  /** Words that are the flag only when they are denied: "no numbness". */
  deniable: z.array(patternSchema).default([]),
  /** Words that say outright that it is not there: "bladder is fine". */
  fine: z.array(patternSchema).default([]),
});
export type FlagWords = z.infer<typeof flagWordsSchema>;

/** Slots of which each value has its own words. */
const wordySlots = slotsSchema.pick({
  location: true,
  side: true,
  onset: true,
  trigger: true,
  nsaidCautions: true,
  pregnant: true,
  recurrent: true,
});

/** `<locale>/lexicon/*.yaml`: the words in which people say things; any part may stand in any file. */
export const lexiconFileSchema = z.strictObject({
  /** Short forms and what they stand for: `cant: can not`. */
  contractions: z.record(z.string(), z.string()).optional(),
  /** Wrong spellings that are further than one letter from the right one. */
  misspellings: z.record(z.string(), z.string()).optional(),
  /** Right words, separated by blanks, that only look like a misspelling of ours. */
  known: z.string().optional(),
  concepts: z.record(id, z.array(patternSchema).min(1)).optional(),
  /**
   * Words that mean much the same, by the name of what they mean; separated by blanks, a hyphen joins
   * neighbours. What is learned from sayings with one of them holds for the others.
   */
  senses: z.record(id, z.string().min(1)).optional(),
  /** Fixed phrases that mean something else than their words. */
  idioms: z.array(patternSchema).optional(),
  flags: z.record(id, flagWordsSchema).optional(),
  slots: z
    .partialRecord(wordySlots.keyof(), z.record(z.string(), z.array(patternSchema).min(1)))
    .optional(),
  intents: z.record(id, z.array(patternSchema).min(1)).optional(),
});

/** All files of a language together. Keys of the same part are joined, lists appended. */
export type Lexicon = z.infer<typeof lexiconFileSchema>;
