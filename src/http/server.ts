import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer, type Server } from 'restify';
import type { Route, UpgradeHandler } from '../ports/http';
import type { Logger } from '../ports/logger';
import { AppError } from '../ports/errors';
import { preflightRoutes } from './cors';
import { errorReply } from './error-reply';
import { isSecure } from './peer';
import { createRouteHandler, type Send } from './route-handler';
import { answerClientError, handleUpgrades } from './sockets';
import { writeReply } from './write-reply';

export interface HttpLimits {
  /** Bytes of a body, unless the route says otherwise. */
  readonly bodyBytes: number;
  /** How long a client may take to send its headers, and its whole request. */
  readonly headersMs: number;
  readonly requestMs: number;
  readonly keepAliveMs: number;
  /** How long `close` waits for requests in flight. */
  readonly closeMs: number;
}

const usualLimits: HttpLimits = {
  bodyBytes: 256 * 1024,
  headersMs: 15_000,
  requestMs: 120_000,
  keepAliveMs: 65_000,
  closeMs: 8_000,
};

export interface HttpServer {
  listen(host: string, port: number): Promise<{ readonly port: number }>;
  /** Stops accepting, lets requests finish, then ends every connection, after `closeMs` at the latest. */
  close(): Promise<void>;
}

/** The web server: restify behind our own routes, so that no other part knows which server it is. */
export function createHttpServer(parts: {
  readonly routes: readonly Route[];
  readonly upgrades?: readonly UpgradeHandler[];
  readonly logger: Logger;
  readonly limits?: Partial<HttpLimits>;
}): HttpServer {
  const limits = { ...usualLimits, ...parts.limits };
  const { logger } = parts;
  const server = createServer({ name: '' });
  const node = server.server;
  node.headersTimeout = limits.headersMs;
  node.requestTimeout = limits.requestMs;
  node.keepAliveTimeout = limits.keepAliveMs;

  const inFlight = new Set<ServerResponse>();
  const openStreams = new Set<() => void>();
  const upgraded = new Set<Duplex>();
  let closing = false;

  const write: Send = (request, response, reply, extra = {}) => {
    if (response.headersSent || response.destroyed) return;
    const end = writeReply(request, response, reply, {
      ...extra,
      ...(isSecure(request) ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      ...(closing || reply.status === 413 ? { connection: 'close' } : {}),
    });
    if (!end) return;
    openStreams.add(end);
    response.once('close', () => openStreams.delete(end));
    if (closing) end();
  };
  /** Called from listeners, where anything thrown would end the process. */
  const send: Send = (request, response, ...rest) => {
    try {
      write(request, response, ...rest);
    } catch (error) {
      logger.error({ err: error }, 'a reply could not be sent');
      response.destroy();
    }
  };

  refuseMalformed(server, send, logger);
  for (const route of [...parts.routes, ...preflightRoutes(parts.routes)]) {
    const handle = createRouteHandler(route, { bodyBytes: limits.bodyBytes, logger, send });
    mount(server, route, handle);
  }
  server.on('restifyError', (request, response, error, done) => {
    send(request, response, errorReply(fromRestify(error), logger, 'unknown route'));
    done();
  });
  node.on('request', (_request, response: ServerResponse) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
  });
  node.on('clientError', answerClientError);
  handleUpgrades(node, parts.upgrades ?? [], upgraded);

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        node.once('error', reject);
        node.listen(port, host, () => {
          node.off('error', reject);
          resolve({ port: server.address().port });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        closing = true;
        const endAll = (): void => {
          node.closeAllConnections();
          for (const socket of upgraded) socket.destroy();
        };
        const last = setTimeout(endAll, limits.closeMs);
        node.close(() => {
          clearTimeout(last);
          resolve();
        });
        for (const end of openStreams) end();
        node.closeIdleConnections();
        if (inFlight.size === 0) return endAll();
        for (const response of inFlight) {
          response.once('close', () => {
            if (inFlight.size === 0) endAll();
          });
        }
      }),
  };
}

function mount(server: Server, route: Route, handle: ReturnType<typeof createRouteHandler>): void {
  switch (route.method) {
    case 'GET':
      server.get(route.path, handle);
      server.head(route.path, handle);
      return;
    case 'POST':
      server.post(route.path, handle);
      return;
    case 'PUT':
      server.put(route.path, handle);
      return;
    case 'DELETE':
      server.del(route.path, handle);
      return;
    case 'OPTIONS':
      server.opts(route.path, handle);
      return;
  }
}

/** restify builds a URL from the Host header while routing, and a bad one would end the process. */
function refuseMalformed(server: Server, send: Send, logger: Logger): void {
  server.pre((request, response, next) => {
    const target = request.url ?? '';
    const base = `http://${request.headers.host ?? 'localhost'}`;
    if (target.startsWith('/') && URL.canParse(base + target)) return next();
    const error = new AppError('bad-request', 'The address or the Host header is malformed.');
    send(request, response, errorReply(error, logger, 'malformed'));
    return next(false);
  });
}

function fromRestify(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  switch (error.name) {
    case 'ResourceNotFoundError':
      return new AppError('not-found', 'There is nothing at this address.');
    case 'MethodNotAllowedError':
      return new AppError('method-not-allowed', 'This address does not take that method.');
    default:
      return error;
  }
}
