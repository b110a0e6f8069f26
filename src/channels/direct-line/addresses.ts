import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../ports/clock';
import type { HttpRequest } from '../../ports/http';

/** Where this service is, as the client sees it. */
export interface Addresses {
  /** `http://host` or `https://host`, without a slash. */
  base(request: HttpRequest): string;
  stream(base: string, conversationId: string, token: string): string;
  attachment(base: string, conversationId: string, attachmentId: string): string;
  /** True when `query` is what `attachment` gave for this file, and not for too long ago. */
  mayFetch(conversationId: string, attachmentId: string, query: URLSearchParams): boolean;
}

const daySeconds = 24 * 3_600;

/** `publicUrl` wins where it is configured; else the request's own Host header says where we are. */
export function createAddresses(parts: {
  readonly secret: string;
  readonly publicUrl: string | undefined;
  readonly clock: Clock;
}): Addresses {
  const key = createHmac('sha256', parts.secret).update('attachment addresses').digest();
  const nowSeconds = (): number => Date.parse(parts.clock.now()) / 1000;
  const signature = (conversationId: string, attachmentId: string, until: number): Buffer =>
    createHmac('sha256', key).update(`${conversationId}\n${attachmentId}\n${until}`).digest();

  return {
    base: ({ headers, secure }) =>
      parts.publicUrl?.replace(/\/+$/, '') ??
      `${secure ? 'https' : 'http'}://${String(headers['host'] ?? 'localhost')}`,

    stream: (base, conversationId, token) =>
      `${base.replace(/^http/, 'ws')}/v3/directline/conversations/${conversationId}/stream?t=${token}`,

    attachment(base, conversationId, attachmentId) {
      // To the end of the next day: the address stays the same all day, so browsers cache the image.
      const until = (Math.floor(nowSeconds() / daySeconds) + 2) * daySeconds;
      const signed = signature(conversationId, attachmentId, until).toString('base64url');
      const path = `/v3/directline/conversations/${conversationId}/attachments/${attachmentId}`;
      return `${base}${path}?until=${until}&s=${signed}`;
    },

    mayFetch(conversationId, attachmentId, query) {
      const until = Number(query.get('until'));
      if (!(until >= nowSeconds())) return false;
      const given = Buffer.from(query.get('s') ?? '', 'base64url');
      const right = signature(conversationId, attachmentId, until);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
