import { z } from 'zod';

/** What the intake learns about the pain and the person. Every slot is optional until it was said. */
export const slotsSchema = z.strictObject({
  /** How long this pain has lasted, in days; half a day is 0.5. */
  durationDays: z.number().min(0).max(36_600).optional(),
  /** Worst pain now, 0 (none) to 10 (worst imaginable). */
  severity: z.number().min(0).max(10).optional(),
  location: z.enum(['lower', 'mid', 'upper', 'neck', 'unknown']).optional(),
  side: z.enum(['left', 'right', 'both', 'none']).optional(),
  onset: z.enum(['sudden', 'gradual']).optional(),
  trigger: z
    .enum(['lifting', 'twisting', 'exercise', 'sleep', 'sitting', 'fall', 'none'])
    .optional(),
  /** Age in whole years of the person who needs help. */
  age: z.number().int().min(0).max(120).optional(),
  pregnant: z.boolean().optional(),
  /** Short episodes that come back. One long episode is the flag `over-two-weeks` instead. */
  recurrent: z.boolean().optional(),
  /** Reasons to be careful with anti-inflammatory medicines; an empty list means that none applies. */
  nsaidCautions: z
    .array(
      z.enum([
        'kidney-disease',
        'stomach-ulcer',
        'blood-thinner',
        'nsaid-allergy',
        'heart-disease',
        'pregnancy',
      ]),
    )
    .optional(),
});

export type Slots = z.infer<typeof slotsSchema>;
export type SlotName = keyof Slots;
export const slotNames = slotsSchema.keyof().options;
