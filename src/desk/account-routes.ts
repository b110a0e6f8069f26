import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import { AppError } from '../ports/errors';
import type { HttpReply, HttpRequest, Route } from '../ports/http';
import type { Logger } from '../ports/logger';
import { readBody, requireSameOrigin } from './guard';
import { verifyPassword } from './password';
import { emptyBodySchema, setupBodySchema, signInBodySchema } from './protocol';
import type { Sessions } from './sessions';
import type { Setup } from './setup';
import { createThrottle } from './throttle';

/** Signing in and out, who is signed in, and the first account. */
export function accountRoutes(options: {
  readonly clinicians: Clinicians;
  readonly sessions: Sessions;
  readonly setup: Setup;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl?: string | undefined;
  /** Called with the hash of a session's token when its clinician signs out. */
  readonly onSignOut: (tokenHash: string) => void;
}): readonly Route[] {
  const { clinicians, sessions, setup, clock, logger, publicUrl } = options;
  const throttle = createThrottle();

  const throttled = (key: string): void => {
    const wait = throttle.begin(key, clock.now());
    if (wait === 0) return;
    throw new AppError(
      'too-many-requests',
      `Too many attempts. Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} and try again.`,
      { retryAfterSeconds: wait },
    );
  };

  const signedIn = async (name: string, request: HttpRequest): Promise<HttpReply> => ({
    status: 200,
    headers: { 'set-cookie': await sessions.open(name, request), 'cache-control': 'no-store' },
    json: { name },
  });

  return [
    {
      method: 'POST',
      path: '/desk/api/sign-in',
      handle: async (request) => {
        requireSameOrigin(request, publicUrl);
        const { name, password } = readBody(signInBodySchema, request);
        const key = `${request.peer} ${name}`;
        throttled(key);
        const stored = await clinicians.passwordHash(name);
        if (!(await verifyPassword(password, stored))) {
          logger.warn({ peer: request.peer }, 'A sign-in at the desk failed.');
          throw new AppError('not-signed-in', 'The user name or the password is not right.');
        }
        throttle.succeed(key);
        return signedIn(name, request);
      },
    },
    {
      method: 'POST',
      path: '/desk/api/sign-out',
      handle: async (request) => {
        requireSameOrigin(request, publicUrl);
        readBody(emptyBodySchema, request);
        const { cookie, tokenHash } = await sessions.close(request);
        if (tokenHash) options.onSignOut(tokenHash);
        return { status: 200, headers: { 'set-cookie': cookie }, json: {} };
      },
    },
    {
      method: 'POST',
      path: '/desk/api/setup',
      handle: async (request) => {
        requireSameOrigin(request, publicUrl);
        const { token, name, password } = readBody(setupBodySchema, request);
        throttled(`${request.peer} setup`);
        await setup.use(token, name, password);
        logger.info({}, 'The first clinician account was made.');
        return signedIn(name, request);
      },
    },
    {
      method: 'GET',
      path: '/desk/api/me',
      handle: async (request) => {
        const { name } = await sessions.require(request);
        return { status: 200, headers: { 'cache-control': 'no-store' }, json: { name } };
      },
    },
  ];
}
