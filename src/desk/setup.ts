import { timingSafeEqual } from 'node:crypto';
import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import { AppError } from '../ports/errors';
import { hashPassword } from './password';
import { hashToken } from './sessions';

/** The first account of a fresh installation is made through a link that works once. */
export interface Setup {
  /** The link, or null when there is an account already. The token is in the fragment: no server log sees it. */
  link(baseUrl: string): Promise<string | null>;
  /** Makes the first account. Throws `forbidden` when the link was used, is wrong, or is not needed. */
  use(token: string, name: string, password: string): Promise<void>;
}

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export function createSetup(options: {
  readonly clinicians: Clinicians;
  readonly clock: Clock;
}): Setup {
  const { clinicians, clock } = options;
  let tokenHash: string | null = null;

  return {
    async link(baseUrl) {
      if ((await clinicians.list()).length > 0) return null;
      const token = clock.newId();
      tokenHash = hashToken(token);
      return `${baseUrl.replace(/\/$/, '')}/desk#setup=${token}`;
    },
    async use(token, name, password) {
      const used = tokenHash;
      if (used === null || !equal(hashToken(token), used)) {
        throw new AppError('forbidden', 'This link was used already, or is not the newest one.');
      }
      // Taken before the first await, so that two who press at once cannot both pass.
      tokenHash = null;
      try {
        if ((await clinicians.list()).length > 0) {
          throw new AppError('forbidden', 'There is an account already. Please sign in.');
        }
        await clinicians.add(name, await hashPassword(password));
      } catch (error) {
        if (!(error instanceof AppError)) tokenHash = used;
        throw error;
      }
    },
  };
}
