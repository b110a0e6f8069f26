import type { z } from 'zod';
import { AppError } from '../ports/errors';
import type { HttpRequest } from '../ports/http';

const one = (request: HttpRequest, header: string): string | undefined => {
  const value = request.headers[header];
  return typeof value === 'string' ? value : undefined;
};

const isSameOrigin = (request: HttpRequest, publicUrl: string | undefined): boolean => {
  const site = one(request, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = one(request, 'origin');
  if (origin === undefined) return false;
  const own = `${request.secure ? 'https' : 'http'}://${one(request, 'host') ?? ''}`;
  return origin === own || (publicUrl !== undefined && origin === new URL(publicUrl).origin);
};

/**
 * Refuses a request that another site may have made in the clinician's name. `SameSite=Strict` already keeps
 * the cookie away from those; sites that share our domain are kept out by this.
 */
export function requireSameOrigin(request: HttpRequest, publicUrl: string | undefined): void {
  if (!isSameOrigin(request, publicUrl)) {
    throw new AppError('forbidden', 'This request did not come from the desk.');
  }
  if (!/^application\/json\b/i.test(one(request, 'content-type') ?? '')) {
    throw new AppError('unsupported-type', 'Send JSON, with content-type application/json.');
  }
}

/** The body as its schema promises it. Throws `bad-request` naming the field, never its value. */
export function readBody<T>(schema: z.ZodType<T>, request: HttpRequest): T {
  const read = schema.safeParse(request.body ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new AppError('bad-request', `${field || 'The body'}: ${issue?.message ?? 'is not right'}.`);
}
