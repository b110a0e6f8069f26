import type { Request, Response } from 'restify';
import { z } from 'zod';
import type { HttpReply, HttpRequest, Route } from '../ports/http';
import type { Logger } from '../ports/logger';
import { corsHeaders } from './cors';
import { errorReply } from './error-reply';
import { addressOf, isSecure, limitedPeer } from './peer';
import { createRateLimit } from './rate-limit';
import { readBytes, readJson } from './read-body';

export type Send = (
  request: Request,
  response: Response,
  reply: HttpReply,
  extra?: Readonly<Record<string, string>>,
) => void;

const params = z.record(z.string(), z.string());

/** Serves one route. Two arguments: restify takes an async function with three for a mistake. */
export function createRouteHandler(
  route: Route,
  parts: { readonly bodyBytes: number; readonly logger: Logger; readonly send: Send },
): (request: Request, response: Response) => Promise<void> {
  const limit = route.perMinute === undefined ? null : createRateLimit(route.perMinute);
  return async (request, response) => {
    const cors = corsHeaders(route.cors, request);
    try {
      const peer = limit && limitedPeer(request);
      if (limit && peer) limit(peer, performance.now());
      const read = route.body === 'raw' ? readBytes : readJson;
      const body = hasBody(request)
        ? await read(request, route.limit ?? parts.bodyBytes)
        : undefined;
      parts.send(request, response, await route.handle(toHttpRequest(request, body)), cors);
    } catch (thrown) {
      parts.send(request, response, errorReply(thrown, parts.logger, route.path), cors);
    }
  };
}

function hasBody(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
}

function toHttpRequest(request: Request, body: unknown): HttpRequest {
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    params: params.parse(request.params),
    query: url.searchParams,
    headers: request.headers,
    body,
    peer: addressOf(request),
    secure: isSecure(request),
  };
}
