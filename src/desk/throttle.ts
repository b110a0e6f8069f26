/** Failures that are free, then the delay doubles from one second up to the longest. */
const freeAttempts = 3;
const longestDelaySeconds = 300;
/** After this long without an attempt a key starts anew. */
const forgottenAfterMs = 15 * 60_000;
/** Each key is under 300 bytes: a few megabytes at most. */
const mostKeys = 10_000;

interface Attempts {
  readonly count: number;
  readonly last: number;
  readonly blockedUntil: number;
}

/** Slows down guessing. Keys are independent: nobody can lock out somebody who comes from elsewhere. */
export interface Throttle {
  /** Seconds to wait before the next attempt, or 0: then the attempt is counted as a failure at once. */
  begin(key: string, now: string): number;
  /** The attempt was right: its key is forgotten. */
  succeed(key: string): void;
}

const delaySeconds = (count: number): number =>
  count < freeAttempts ? 0 : Math.min(2 ** (count - freeAttempts), longestDelaySeconds);

export function createThrottle(): Throttle {
  const attempts = new Map<string, Attempts>();

  return {
    begin(key, now) {
      const time = Date.parse(now);
      const before = attempts.get(key);
      const known = before && time - before.last < forgottenAfterMs ? before : undefined;
      if (known && known.blockedUntil > time) return Math.ceil((known.blockedUntil - time) / 1000);
      const count = (known?.count ?? 0) + 1;
      attempts.delete(key);
      attempts.set(key, { count, last: time, blockedUntil: time + delaySeconds(count) * 1000 });
      const oldest = attempts.keys().next();
      if (attempts.size > mostKeys && !oldest.done) attempts.delete(oldest.value);
      return 0;
    },
    succeed(key) {
      attempts.delete(key);
    },
  };
}
