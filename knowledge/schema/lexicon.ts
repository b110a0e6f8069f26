import { z } from 'zod';

/** `<locale>/lexicon/*.yaml`: the words in which people say things. Merged into one lexicon. */
export const lexiconFileSchema = z.looseObject({});
export type Lexicon = z.infer<typeof lexiconFileSchema>;
