import { z } from 'zod';
import { id, provenance, review } from './common';

/** The most words that an answer may have: it is read on a phone by somebody in pain. */
export const answerWords = 90;

const words = (text: string): number => text.trim().split(/\s+/).length;

/** A question that people ask and what we answer. */
export const faqEntrySchema = z.strictObject({
  id,
  question: z.string().min(5).max(120),
  /** How different people really put it: short and long, polite and cross, with slang and typos. */
  phrasings: z.array(z.string().min(2).max(200)).min(8),
  answer: z
    .string()
    .min(10)
    .refine((text) => words(text) <= answerWords, `an answer has at most ${answerWords} words`),
  /** Ids of entries that people ask next. */
  followUps: z.array(id).min(2).max(3),
  /** Advice on self-care or medicine, which somebody with an unresolved warning sign must not get. */
  advice: z.enum(['self-care', 'medicine']).optional(),
  ...provenance,
  reviewer: z.string().min(1).optional(),
  reviewed: z.string().optional(),
});
export type FaqEntry = z.infer<typeof faqEntrySchema>;

/** `<locale>/faq/<topic>.yaml`. */
export const faqFileSchema = z.strictObject({
  topic: id,
  title: z.string().min(3),
  ...review,
  entries: z.array(faqEntrySchema).min(1),
});

/** `<locale>/out-of-scope.yaml`: what we do not answer, how people ask it, and what is said instead. */
export const outOfScopeSchema = z.strictObject({
  id,
  reply: z.string().min(10).max(500),
  phrasings: z.array(z.string().min(2)).min(8),
  /** Whether a clinician is the right one to ask. */
  offerClinician: z.boolean(),
});
export type OutOfScope = z.infer<typeof outOfScopeSchema>;
export const outOfScopeFileSchema = z.strictObject({
  ...review,
  kinds: z.array(outOfScopeSchema).min(1),
});

/** `<locale>/phrases.yaml`: everything else that the bot says, by id. `{name}` stands for a parameter. */
export const phrasesFileSchema = z.strictObject({
  phrases: z.record(id, z.string().min(1)),
});
