import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../ports/errors';
import type { HttpReply, Route } from '../ports/http';

/** Vite writes this where a nonce belongs; each answer gets a fresh one. */
const noncePlaceholder = '__LUMBAR_NONCE__';

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The built page of the desk. Throws `unavailable` when it was not built. */
export function pageRoutes(directory: string): readonly Route[] {
  let built: Promise<string> | undefined;

  const page = async (): Promise<string> => {
    built ??= readFile(join(directory, 'index.html'), 'utf8');
    try {
      return await built;
    } catch (cause) {
      built = undefined;
      throw new AppError('unavailable', 'The desk was not built. Run: npm run build:desk', {
        cause,
      });
    }
  };

  const handle = async (): Promise<HttpReply> => {
    const nonce = randomBytes(18).toString('base64url');
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(nonce),
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
      content: (await page()).replaceAll(noncePlaceholder, nonce),
    };
  };

  return [
    { method: 'GET', path: '/desk', handle },
    { method: 'GET', path: '/desk/', handle },
  ];
}
