import { randomBytes } from 'node:crypto';
import { toAppError } from '../ports/errors';
import type { HttpReply } from '../ports/http';
import type { Logger } from '../ports/logger';

/**
 * The reply for anything thrown. A fault of ours shows a reference number and nothing else; the log
 * has the same number with the cause.
 */
export function errorReply(thrown: unknown, logger: Logger, path: string): HttpReply {
  const error = toAppError(thrown);
  if (error.code !== 'internal') {
    return {
      status: error.status,
      headers: {
        ...(error.retryAfterSeconds === undefined
          ? {}
          : { 'retry-after': String(error.retryAfterSeconds) }),
        ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      },
      json: { error: { code: error.code, message: error.message } },
    };
  }
  const reference = randomBytes(4).toString('hex');
  logger.error({ reference, path, err: error.cause ?? error }, 'request failed');
  return {
    status: 500,
    json: {
      error: {
        code: 'internal',
        message: `Something went wrong on our side. Reference number: ${reference}.`,
      },
    },
  };
}
