import { z } from 'zod';
import type { Envelope, Message, Outcome } from '../../dialogs';
import { slotsSchema, tierSchema } from '../../knowledge';
import type { Author, LogBody } from '../ports/log';

/*
 * What stored text means. A row that does not fit is a fault of ours and throws at once. Objects are loose,
 * so that a field which a newer version wrote is not lost when an older one reads it.
 */

const answerValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
const option = z.looseObject({ id: z.string(), title: z.string() });

const question = z.looseObject({
  id: z.string(),
  kind: z.enum(['yes-no', 'number', 'choice', 'multi-choice', 'text']),
  options: z.array(option).exactOptional(),
  flags: z.array(z.string()).exactOptional(),
});

const message = z.looseObject({
  text: z.string(),
  tone: z.enum(['emergency', 'urgent', 'plain']).exactOptional(),
  question: question.exactOptional(),
  answer: z.looseObject({ id: z.string(), confidence: z.number() }).exactOptional(),
  citations: z
    .array(
      z.looseObject({
        title: z.string(),
        publisher: z.string(),
        url: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  suggestions: z.array(z.looseObject({ title: z.string(), say: z.string() })).exactOptional(),
}) satisfies z.ZodType<Message>;

const flag = z.looseObject({
  id: z.string(),
  tier: tierSchema.exclude(['self-care']),
  evidence: z.string(),
});

const outcome = z.looseObject({
  tier: tierSchema,
  flags: z.array(flag),
  intake: slotsSchema.loose(),
  pack: z.string(),
}) satisfies z.ZodType<Outcome>;

const attachment = z.looseObject({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.number(),
});

const body = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('said'),
    text: z.string(),
    value: z.looseObject({ question: z.string(), answer: answerValue }).exactOptional(),
    attachments: z.array(attachment).exactOptional(),
    channelData: z.record(z.string(), z.unknown()).exactOptional(),
  }),
  z.looseObject({ type: z.literal('message'), message }),
  z.looseObject({ type: z.literal('relay'), text: z.string() }),
  z.looseObject({ type: z.literal('outcome'), outcome }),
  z.looseObject({
    type: z.literal('handoffInitiated'),
    caseId: z.string(),
    tier: tierSchema.nullable(),
    outcome,
    reason: z.string(),
  }),
  z.looseObject({
    type: z.literal('handoffStatus'),
    state: z.enum(['accepted', 'failed', 'completed']),
    message: z.string(),
  }),
  z.looseObject({
    type: z.literal('queued'),
    position: z.number(),
    estimatedMinutes: z.number(),
  }),
  z.looseObject({ type: z.literal('alert'), flags: z.array(flag) }),
]) satisfies z.ZodType<LogBody>;

const author = z.discriminatedUnion('role', [
  z.object({ role: z.literal('person'), id: z.string(), name: z.string().exactOptional() }),
  z.object({ role: z.literal('bot') }),
  z.object({ role: z.literal('clinician'), name: z.string() }),
]) satisfies z.ZodType<Author>;

const envelope = z.object({
  version: z.number(),
  state: z.unknown(),
  context: z.unknown(),
}) satisfies z.ZodType<Envelope>;

export const parseBody = (text: string): LogBody => body.parse(JSON.parse(text));
export const parseAuthor = (text: string): Author => author.parse(JSON.parse(text));
export const parseOutcome = (text: string): Outcome => outcome.parse(JSON.parse(text));
export const parseEnvelope = (text: string): Envelope => envelope.parse(JSON.parse(text));
export const parseUnknown = (text: string): unknown => JSON.parse(text);
