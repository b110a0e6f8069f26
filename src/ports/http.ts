import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** A request as our routes see it, whatever the server is. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Parsed JSON; undefined when there was no body. Raw bytes when the route says `body: 'raw'`. */
  readonly body: unknown;
  /** The address of the peer, not of any proxy. */
  readonly peer: string;
  readonly secure: boolean;
}

/** What a route answers. */
export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly json?: unknown;
  readonly content?: Buffer | string;
  /** Keeps the connection open (server-sent events); returns what to do when the client goes. */
  readonly stream?: (write: (chunk: string) => void, end: () => void) => () => void;
}

/** Which pages may use a route from another origin. The server answers preflights and marks every reply. */
export interface CorsPolicy {
  /** `host` is the request's own Host header. */
  readonly allows: (origin: string, host: string | undefined) => boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  /** As restify writes them: `/v3/directline/conversations/:id`. */
  readonly path: string;
  /** `raw` routes get bytes, up to `limit`. Default `json`, 256 kB. */
  readonly body?: 'json' | 'raw';
  /** In bytes. */
  readonly limit?: number;
  readonly cors?: CorsPolicy;
  /** Requests that one peer may make in a minute; 429 beyond. Unlimited when absent. */
  readonly perMinute?: number;
  /** May throw `AppError`; anything else becomes a masked 500 with a reference number. */
  readonly handle: (request: HttpRequest) => Promise<HttpReply>;
}

/** A WebSocket path. Answers false when the path is not its own. */
export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
