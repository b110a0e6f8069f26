import type { Request, Response } from 'restify';
import type { HttpReply } from '../ports/http';
import { securityHeaders } from './security-headers';

/** Sends a reply whole. For a stream that stays open it returns how to end it. */
export function writeReply(
  request: Request,
  response: Response,
  reply: HttpReply,
  extra: Readonly<Record<string, string>>,
): (() => void) | null {
  const content =
    reply.json === undefined
      ? Buffer.from(reply.content ?? '')
      : Buffer.from(JSON.stringify(reply.json));
  const headers = new Map<string, string | string[]>();
  if (reply.json !== undefined) {
    headers.set('content-type', 'application/json; charset=utf-8');
    headers.set('cache-control', 'no-store');
  }
  if (!reply.stream && reply.status !== 204 && reply.status !== 304) {
    headers.set('content-length', String(content.length));
  }
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    headers.set(name.toLowerCase(), typeof value === 'string' ? value : [...value]);
  }
  for (const [name, value] of Object.entries(extra)) headers.set(name, value);
  for (const [name, value] of Object.entries(securityHeaders(headers.get('content-type')))) {
    if (!headers.has(name)) headers.set(name, value);
  }
  for (const [name, value] of headers) response.setHeader(name, value);

  if (reply.stream && request.method !== 'HEAD') {
    response.statusCode = reply.status;
    return keepOpen(response, reply.stream);
  }
  response.sendRaw(reply.status, content);
  return null;
}

function keepOpen(response: Response, stream: NonNullable<HttpReply['stream']>): () => void {
  response.flushHeaders();
  const end = (): void => {
    response.end();
  };
  const leave = stream((chunk) => {
    if (!response.writableEnded) response.write(chunk);
  }, end);
  response.once('close', leave);
  return end;
}
