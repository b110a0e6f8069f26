import { createHash } from 'node:crypto';
import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import { AppError } from '../ports/errors';
import type { HttpRequest } from '../ports/http';

const cookieName = 'lumbar_desk';
const lifetimeSeconds = 12 * 60 * 60;

/** A clinician who is signed in. Of the cookie's token only the hash is kept anywhere. */
export interface Session {
  readonly name: string;
  readonly tokenHash: string;
}

export interface Sessions {
  /** Starts a session and answers the `Set-Cookie` header that carries it. */
  open(name: string, request: HttpRequest): Promise<string>;
  /** Throws `AppError` `not-signed-in`. */
  require(request: HttpRequest): Promise<Session>;
  /** False as soon as the session expired or was ended, or its clinician was disabled. */
  isOpen(session: Session): Promise<boolean>;
  /** Ends the session, if there is one, and answers the `Set-Cookie` header that removes it. */
  close(
    request: HttpRequest,
  ): Promise<{ readonly cookie: string; readonly tokenHash: string | null }>;
}

/** One way only: what is stored cannot be used to sign in. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

const tokenOf = (request: HttpRequest): string | undefined => {
  const header = request.headers['cookie'];
  return (typeof header === 'string' ? header : '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === cookieName)?.[1];
};

export function createSessions(options: {
  readonly clinicians: Clinicians;
  readonly clock: Clock;
  readonly publicUrl?: string | undefined;
}): Sessions {
  const { clinicians, clock } = options;

  const cookie = (value: string, maxAge: number, request: HttpRequest): string => {
    const secure = request.secure || options.publicUrl?.startsWith('https:') === true;
    const parts = [`${cookieName}=${value}`, 'Path=/desk', 'HttpOnly', 'SameSite=Strict'];
    return [...parts, `Max-Age=${maxAge}`, ...(secure ? ['Secure'] : [])].join('; ');
  };

  return {
    async open(name, request) {
      const token = clock.newId();
      const expiresAt = new Date(Date.parse(clock.now()) + lifetimeSeconds * 1000).toISOString();
      await clinicians.openSession(hashToken(token), name, expiresAt);
      return cookie(token, lifetimeSeconds, request);
    },
    async require(request) {
      const token = tokenOf(request);
      if (token) {
        const tokenHash = hashToken(token);
        const found = await clinicians.session(tokenHash, clock.now());
        if (found) return { name: found.name, tokenHash };
      }
      throw new AppError('not-signed-in', 'Please sign in.');
    },
    async isOpen(session) {
      return (await clinicians.session(session.tokenHash, clock.now())) !== null;
    },
    async close(request) {
      const token = tokenOf(request);
      const tokenHash = token ? hashToken(token) : null;
      if (tokenHash) await clinicians.closeSession(tokenHash);
      return { cookie: cookie('', 0, request), tokenHash };
    },
  };
}
