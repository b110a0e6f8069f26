import { z } from 'zod';
import { day, id, review } from './common';

/** `pack.yaml`: what this pack is. */
export const packFileSchema = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.2.3'),
  title: z.string().min(3),
  locales: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  ...review,
});

/** `sources.yaml`: what the entries cite. */
export const sourceSchema = z.strictObject({
  id,
  title: z.string().min(3),
  authors: z.string().min(2).optional(),
  publisher: z.string().min(2),
  url: z.url().optional(),
  /** Absent for pages that their publisher changes without a date. */
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .optional(),
  reviewed: day.optional(),
  jurisdiction: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
  note: z.string().optional(),
});
export type Source = z.infer<typeof sourceSchema>;
export const sourcesFileSchema = z.strictObject({ sources: z.array(sourceSchema).min(1) });

/** `regions.yaml`: whom to call, by country. */
export const regionSchema = z.strictObject({
  name: z.string().min(2),
  /** Numbers are strings as people dial them. */
  emergency: z.strictObject({ number: z.string().min(2), also: z.string().optional() }),
  /** What people there call the department: "emergency room", "A&E". */
  department: z.string().min(2),
  /** A line for advice the same day, where the country has one. */
  advice: z.strictObject({ name: z.string(), number: z.string() }).optional(),
  crisis: z.strictObject({ name: z.string(), number: z.string(), text: z.string().optional() }),
  sources: z.array(id).min(1),
});
export type Region = z.infer<typeof regionSchema>;
export const regionsFileSchema = z.strictObject({
  regions: z.record(z.string().regex(/^[A-Z]{2}$/), regionSchema),
});
