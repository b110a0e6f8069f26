import { randomBytes } from 'node:crypto';
import type { Clock } from '../ports/clock';

/** The machine's own time, and ids of 144 random bits. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  newId: () => randomBytes(18).toString('base64url'),
};

/** `seconds` after (or, when negative, before) a time; both ISO 8601 in UTC. */
export function later(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * 1000).toISOString();
}
