import { z } from 'zod';
import { id } from './common';

const saying = z.string().min(2).max(400);

/** Stands for a flag in the file of harmless sayings. */
export const harmless = 'none';

/**
 * `<locale>/sayings/<flag>.yaml`: whole messages as people write them, from which it is learned how
 * a red flag sounds when no pattern of the lexicon knows the words.
 */
export const sayingsFileSchema = z.strictObject({
  /** Id of `triage.yaml`; `none` where the sayings are no red flag at all. */
  flag: id,
  /** Messages in which it is there. */
  says: z.array(saying).min(1),
  /** Messages that look like it and in which it is not there. */
  unlike: z.array(saying).default([]),
  /** Messages in which it is there, and graver, by qualifier. */
  qualified: z.record(id, z.array(saying).min(1)).default({}),
});
export type Sayings = z.infer<typeof sayingsFileSchema>;
