import { z } from 'zod';
import { AppError } from '../../ports/errors';

const account = z.object({
  id: z.string().max(200).nullish(),
  name: z.string().max(200).nullish(),
});

/** `POST /tokens/generate`. */
export const generateBody = z
  .object({
    user: account.nullish(),
    trustedOrigins: z.array(z.string().max(300)).max(50).nullish(),
  })
  .nullish();

/** `POST /conversations`. Direct Line clients send fields that may be missing. */
export const startBody = z
  .object({
    user: account.nullish(),
    locale: z.string().nullish(),
    region: z.string().nullish(),
    channelData: z.object({ region: z.string().nullish() }).nullish().catch(null),
  })
  .nullish();

/** `POST /widget/token`. */
export const widgetBody = z
  .object({
    resume: z.string().max(4_000).nullish(),
    locale: z.string().nullish(),
    region: z.string().nullish(),
  })
  .nullish();

/** Reads a body, or says which part of it is wrong without repeating it. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'The body';
  throw new AppError('bad-request', `${where} is not as expected: ${issue?.message ?? 'invalid'}.`);
}

/** A language tag, or undefined when it is none that we could use. */
export function knownLocale(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag) ? tag : undefined;
}

/** A country's two letters, or undefined. */
export function knownRegion(code: string | null | undefined): string | undefined {
  return code && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : undefined;
}

/** Watermarks are positions in the log. Null when the client has none yet. */
export function readWatermark(query: URLSearchParams): number | null {
  const watermark = query.get('watermark');
  if (watermark === null || watermark === '') return null;
  if (!/^\d{1,9}$/.test(watermark)) {
    throw new AppError('bad-request', 'The watermark is not one that we gave.');
  }
  return Number(watermark);
}
