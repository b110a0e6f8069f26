import { z } from 'zod';
import { id } from './common';

/**
 * `<locale>/concepts.yaml`: words and short phrases that mean the same to somebody with a bad back,
 * under the id of the idea. Only for finding answers; red flags have their own lexicon.
 */
export const conceptsFileSchema = z.strictObject({
  concepts: z.record(id, z.array(z.string().min(2).max(60)).min(2)),
});
