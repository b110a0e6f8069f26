import type { IncomingMessage } from 'node:http';
import { AppError } from '../ports/errors';
import { findJsonFault } from './json-fault';

/** How much beyond the limit is read and dropped, so that the client gets to see the refusal. */
const swallowed = 16 * 1024 * 1024;

/** Reads at most `limit` bytes. Throws `AppError` `too-large`, or `bad-request` when the client goes away. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length <= limit) chunks.push(bytes);
      else if (length > limit + swallowed) break;
    }
  } catch (cause) {
    throw new AppError('bad-request', 'The body did not arrive whole.', { cause });
  }
  if (length > limit) {
    throw new AppError('too-large', `The body may have at most ${limit} bytes.`);
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body; undefined when there is none. Refusals never repeat what was sent. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return undefined;
  if (!isJson(request.headers['content-type'])) {
    throw new AppError('unsupported-type', 'Send the body as application/json.');
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('bad-request', 'The body is not valid UTF-8.', { cause });
  }
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, position } = findJsonFault(text);
    throw new AppError(
      'bad-request',
      `The body is not valid JSON: fault at line ${line}, column ${column} (position ${position}).`,
    );
  }
}

function isJson(contentType: string | undefined): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}
