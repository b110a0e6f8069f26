import { z } from 'zod';

/** Lower-case words joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');

/** An ISO date without a time. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD');

/** Where a statement comes from, where it applies, and which clinician has read it. */
export const provenance = {
  /** Ids of `sources.yaml`. */
  sources: z.array(id).min(1),
  /** Only where guidelines differ between countries. */
  jurisdiction: z.array(z.string().regex(/^[A-Z]{2}$/)).optional(),
};

/** Stated once at the head of a file and held by each of its entries. */
export const review = {
  reviewer: z.string().min(1),
  reviewed: day,
};
