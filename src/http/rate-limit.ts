import { AppError } from '../ports/errors';

/** How many peers are remembered; the one seen longest ago is forgotten first. */
const remembered = 10_000;
const windowMs = 60_000;

/** Counts calls of each peer in windows of a minute. Throws `AppError` `too-many-requests`. */
export function createRateLimit(perMinute: number): (peer: string, nowMs: number) => void {
  const windows = new Map<string, { startedAt: number; calls: number }>();
  return (peer, nowMs) => {
    const known = windows.get(peer);
    const current =
      known && nowMs - known.startedAt < windowMs ? known : { startedAt: nowMs, calls: 0 };
    current.calls += 1;
    windows.delete(peer);
    windows.set(peer, current);
    if (windows.size > remembered) {
      const [oldest] = windows.keys();
      if (oldest !== undefined) windows.delete(oldest);
    }
    if (current.calls <= perMinute) return;
    const retryAfterSeconds = Math.ceil((current.startedAt + windowMs - nowMs) / 1000);
    throw new AppError(
      'too-many-requests',
      `Too many requests; try again in ${retryAfterSeconds} s.`,
      { retryAfterSeconds },
    );
  };
}
