/** Work that goes one after the other within a lane, and side by side across lanes. */
export interface Lanes {
  /** Runs `work` when everything that came before it in this lane has ended, well or badly. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

/** Lanes exist while they are used, so that their number is bounded by the work at hand. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(lane, work) {
      const before = tails.get(lane) ?? Promise.resolve();
      const mine = before.then(work, work);
      tails.set(lane, mine);
      const leave = (): void => {
        if (tails.get(lane) === mine) tails.delete(lane);
      };
      mine.then(leave, leave);
      return mine;
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
  };
}
