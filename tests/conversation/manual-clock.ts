import type { Clock } from '../../src/ports/clock';

export interface ManualClock extends Clock {
  pass(seconds: number): void;
}

/** Time stands still until it is told to pass; ids count up. */
export function manualClock(start = '2026-11-22T09:00:00.000Z'): ManualClock {
  let now = Date.parse(start);
  let ids = 0;
  return {
    now: () => new Date(now).toISOString(),
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    pass(seconds) {
      now += seconds * 1000;
    },
  };
}
