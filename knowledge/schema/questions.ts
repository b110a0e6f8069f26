import { z } from 'zod';
import { id } from './common';
import { slotTestSchema } from './triage';

/** How a question may be answered. */
export const questionKindSchema = z.enum(['yes-no', 'number', 'choice', 'multi-choice', 'text']);
export type QuestionKind = z.infer<typeof questionKindSchema>;

const title = z.string().min(1).max(60);

/** One way to answer. `sets` are slots that this choice fills beyond the one the question is named after. */
export const optionSchema = z.strictObject({
  id,
  title,
  sets: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])).optional(),
  /** Left out of the list when any of these holds. */
  hideIf: z.array(slotTestSchema).min(1).optional(),
});

/** `<locale>/intake.yaml`: the questions about the pain, in the order in which they are asked. */
export const intakeQuestionSchema = z.strictObject({
  /** A slot's name, or a flag's id for a question about one sign. */
  id: z.string().min(2),
  kind: questionKindSchema,
  ask: z.string().min(5).max(240),
  /** Said when the answer was not understood. */
  again: z.string().min(5).max(240),
  /** Why we ask, for people who want to know. */
  why: z.string().min(5).max(240),
  options: z.array(optionSchema).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Asked only when none of these holds. */
  unless: z.array(slotTestSchema).optional(),
  flags: z.array(id).optional(),
});
export type IntakeQuestion = z.infer<typeof intakeQuestionSchema>;
export const intakeFileSchema = z.strictObject({ questions: z.array(intakeQuestionSchema).min(1) });

/** `<locale>/screens.yaml`: red flags asked about together, in the order in which they are asked. */
export const screenSchema = z.strictObject({
  id,
  ask: z.string().min(5).max(300),
  again: z.string().min(5).max(300),
  why: z.string().min(5).max(300),
  /** Option ids are flag ids; "none" is added by the bot. */
  options: z.array(z.strictObject({ flag: id, title })).min(1),
  none: title,
});
export type Screen = z.infer<typeof screenSchema>;
export const screensFileSchema = z.strictObject({ screens: z.array(screenSchema).min(1) });

/** `<locale>/red-flags.yaml`: how a flag is spoken about. Its tier is in `triage.yaml`. */
export const redFlagWordsSchema = z.strictObject({
  id,
  /** A clinician's short term. */
  label: z.string().min(3).max(60),
  /** Completes "because you told me about …". */
  because: z.string().min(3).max(120),
  /** Read back when the wording was unclear: a yes-no question starting with "Do you mean". */
  confirm: z.string().min(10).max(200),
  /**
   * Asked when the flag was ticked and nothing is known of what would make it graver. A multi-choice
   * question whose option ids are qualifiers of the flag in `triage.yaml`, and "none".
   */
  detail: z
    .strictObject({
      ask: z.string().min(5).max(240),
      options: z.array(z.strictObject({ qualifier: id, title })).min(1),
      none: title,
    })
    .optional(),
});
export type RedFlagWords = z.infer<typeof redFlagWordsSchema>;
export const redFlagsFileSchema = z.strictObject({ redFlags: z.array(redFlagWordsSchema).min(1) });
