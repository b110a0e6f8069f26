import type { IncomingMessage } from 'node:http';
import { AppError } from '../ports/errors';
import { findJsonFault } from './json-fault';

/** How much beyond the limit is read and dropped, so that the client gets to see the refusal. */
const swallowed = 16 * 1024 * 1024;

/** Reads at most `limit` bytes. Throws `AppError` `too-large`, or `bad-request` when the client goes away. */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  // Not `for await`: leaving such a loop early tears down the connection, and with it the reply.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const tooLarge = (): void =>
      reject(new AppError('too-large', `The body may have at most ${limit} bytes.`));
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (length <= limit + swallowed) return;
      request.pause();
      tooLarge();
    });
    request.once('end', () => (length > limit ? tooLarge() : resolve(Buffer.concat(chunks))));
    const gone = (cause?: unknown): void =>
      reject(new AppError('bad-request', 'The body did not arrive whole.', { cause }));
    request.once('error', gone);
    request.once('close', gone);
  });
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
