import { z } from 'zod';

/** What the desk's server and its page say to each other. The page parses all that it gets with these. */

const tier = z.enum(['emergency', 'urgent', 'soon', 'self-care']);

export const caseViewSchema = z.object({
  id: z.string(),
  /** The person's name, or a short code when none was given. */
  person: z.string(),
  tier: tier.nullable(),
  tierWord: z.string(),
  /** Why the person is here, in words. */
  reason: z.string(),
  status: z.enum(['waiting', 'claimed', 'resolved', 'returned', 'left']),
  channel: z.string(),
  openedAt: z.string(),
  claimedBy: z.string().nullable(),
  claimedAt: z.string().nullable(),
  position: z.number().nullable(),
  /** How many warning signs were heard. */
  flags: z.number(),
});
export type CaseView = z.infer<typeof caseViewSchema>;

export const caseListSchema = z.object({
  waiting: z.array(caseViewSchema),
  own: z.array(caseViewSchema),
  /** The server's time, so that waiting times are right on a computer whose clock is not. */
  now: z.string(),
});
export type CaseList = z.infer<typeof caseListSchema>;

const fact = z.object({ label: z.string(), value: z.string() });

/** A handover after SBAR: situation, background, assessment, recommendation. */
export const summarySchema = z.object({
  situation: z.object({
    tier: tier.nullable(),
    tierWord: z.string(),
    reason: z.string(),
    waitingSince: z.string(),
  }),
  background: z.array(fact),
  assessment: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      tier: tier.exclude(['self-care']),
      tierWord: z.string(),
      /** The person's own words, or the question that was answered. */
      evidence: z.string(),
    }),
  ),
  recommendation: z.array(z.string()),
  advised: z.array(z.string()),
  pack: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;

export const caseDetailSchema = z.object({ case: caseViewSchema, summary: summarySchema });
export type CaseDetail = z.infer<typeof caseDetailSchema>;

const attachmentView = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number(),
});

/** One line of the transcript. `note` is something that happened; `alert` a warning sign. */
export const entryViewSchema = z.object({
  seq: z.number(),
  id: z.string(),
  at: z.string(),
  inputId: z.string(),
  kind: z.enum(['person', 'bot', 'clinician', 'note', 'alert']),
  author: z.string(),
  text: z.string(),
  /** The person pressed a button instead of typing. */
  pressed: z.boolean(),
  attachments: z.array(attachmentView),
});
export type EntryView = z.infer<typeof entryViewSchema>;

export const logViewSchema = z.object({
  entries: z.array(entryViewSchema),
  /** Entries up to this one have been read; some of them are not shown. */
  upTo: z.number(),
  more: z.boolean(),
});
export type LogView = z.infer<typeof logViewSchema>;

/** `log`: entries of an own case; or none, and `upTo` tells a page that looks at the case to fetch them. */
export const logEventSchema = z.object({
  caseId: z.string(),
  /** The entries follow on this one without a gap. */
  after: z.number(),
  entries: z.array(entryViewSchema),
  upTo: z.number(),
});
export type LogEvent = z.infer<typeof logEventSchema>;

export const typingEventSchema = z.object({ caseId: z.string() });

/** `alert`: a warning sign was heard while the clinician talks with the person. */
export const alertEventSchema = z.object({
  caseId: z.string(),
  seq: z.number(),
  text: z.string(),
});
export type AlertEvent = z.infer<typeof alertEventSchema>;

export const meSchema = z.object({ name: z.string() });

export const problemSchema = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
});

const text = z.string('is missing');

const name = text
  .transform((typed) => typed.normalize('NFC').trim().replace(/\s+/g, ' '))
  .pipe(z.string().min(1, 'is empty').max(80, 'is longer than 80 characters'));

/** What a clinician's user name may be; patients see it. */
export const userNameSchema = name;

export const signInBodySchema = z.strictObject({
  name,
  password: text.min(1, 'is empty').max(500, 'is longer than 500 characters'),
});

export const setupBodySchema = z.strictObject({
  token: text.min(1).max(200),
  name,
  password: text.min(10, 'has fewer than 10 characters').max(500, 'is longer than 500 characters'),
});

export const replyBodySchema = z.strictObject({
  id: text.regex(/^[\w-]{8,64}$/, 'is 8 to 64 letters, digits, - or _'),
  text: text.trim().min(1, 'is empty').max(4000, 'is longer than 4000 characters'),
});

export const resolveBodySchema = z.strictObject({
  note: text.trim().max(1000, 'is longer than 1000 characters').optional(),
});

export const emptyBodySchema = z.strictObject({});
