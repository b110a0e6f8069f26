import { z } from 'zod';
import { id, provenance } from './common';
import { slotsSchema } from './slots';

/** From most to least pressing. `self-care` is the tier of somebody with no red flag at all. */
export const tierSchema = z.enum(['emergency', 'urgent', 'soon', 'self-care']);
export type Tier = z.infer<typeof tierSchema>;

/** A test on one slot. Exactly one comparison is given. */
export const slotTestSchema = z
  .strictObject({
    slot: slotsSchema.keyof(),
    equals: z.union([z.string(), z.boolean(), z.number()]).optional(),
    includes: z.string().optional(),
    atLeast: z.number().optional(),
    above: z.number().optional(),
  })
  .refine(
    (test) =>
      [test.equals, test.includes, test.atLeast, test.above].filter((part) => part !== undefined)
        .length === 1,
    'a slot test takes exactly one of equals, includes, atLeast, above',
  );
export type SlotTest = z.infer<typeof slotTestSchema>;

/** All parts that are given must hold. Lists mean "any of these". */
export const conditionSchema = z
  .strictObject({
    /** Words that make the flag graver, such as `bilateral`, `worsening`, `unable`. */
    qualifiers: z.array(id).min(1).optional(),
    /** Other flags that stand at the same time. */
    flags: z.array(id).min(1).optional(),
    slots: z.array(slotTestSchema).min(1).optional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, 'a condition needs at least one part');
export type Condition = z.infer<typeof conditionSchema>;

/** How grave one red flag is, alone and together with others. */
export const triageRuleSchema = z.strictObject({
  id,
  means: z.string().min(3),
  tier: tierSchema.exclude(['self-care']),
  /** The qualifiers that a heard flag may bear. */
  qualifiers: z.array(z.strictObject({ id, means: z.string().min(3) })).default([]),
  raise: z
    .array(z.strictObject({ tier: tierSchema.exclude(['self-care']), when: conditionSchema }))
    .default([]),
  /** Slots that by themselves mean this flag. Any one of them is enough. */
  derive: z.array(slotTestSchema).default([]),
  /** Acted on when it is said, never asked about: the check demands no screen or question for it. */
  heardOnly: z.boolean().default(false),
  ...provenance,
});
export type TriageRule = z.infer<typeof triageRuleSchema>;

export const triageFileSchema = z.strictObject({
  rules: z.array(triageRuleSchema).min(1),
  /** Tier of somebody with no flag, by what the slots say; the first that holds counts. */
  withoutFlags: z.array(z.strictObject({ tier: tierSchema, when: conditionSchema })),
});
