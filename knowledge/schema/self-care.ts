import { z } from 'zod';
import { id, provenance, review } from './common';

/** One thing that a person can do at home: cold, heat, water, foam roller, a stretch, a pain-relief gel. */
export const remedySchema = z.strictObject({
  id,
  kind: z.enum([
    'rest',
    'cold',
    'heat',
    'drink',
    'movement',
    'stretch',
    'massage',
    'medicine',
    'sleep',
  ]),
  title: z.string().min(3).max(60),
  /** Short steps in the order in which they are done. */
  steps: z.array(z.string().min(3).max(200)).min(1),
  /** What to watch for, or when not to do it. */
  caution: z.string().max(240).optional(),
  /** Values of `nsaidCautions` that rule it out. */
  notWith: z.array(z.string()).optional(),
  /** Not for people younger than this, in years. */
  notUnderAge: z.number().int().optional(),
  ...provenance,
});
export type Remedy = z.infer<typeof remedySchema>;

/** A plan is a few remedies for a situation; the first plan whose triggers match is used, the last has none. */
export const planSchema = z.strictObject({
  id,
  title: z.string().min(3).max(80),
  triggers: z.array(z.string()).optional(),
  intro: z.string().min(5).max(300),
  remedies: z.array(id).min(1),
});
export type Plan = z.infer<typeof planSchema>;

/** `<locale>/self-care.yaml`. */
export const selfCareFileSchema = z.strictObject({
  ...review,
  remedies: z.array(remedySchema).min(1),
  plans: z.array(planSchema).min(1),
});
