import type { Logger } from '../ports/logger';
import type { QueuedCase, Store } from '../ports/store';
import type { TakeTurn } from './take-turn';

/** Tells the waiting their place whenever it changes. */
export interface Queue {
  /** Looks at everybody who waits, after the work at hand. Calls that come meanwhile are one. */
  refresh(): void;
  /** Resolves when everybody has been told. */
  idle(): Promise<void>;
}

const handlingsConsidered = 20;
const usualMinutes = 5;

/** The place told is stored with the case, so that a restart tells nobody twice and forgets nobody. */
export function createQueue(parts: {
  readonly store: Store;
  readonly takeTurn: TakeTurn;
  readonly logger: Logger;
}): Queue {
  const { store, takeTurn, logger } = parts;
  let again = false;
  let running: Promise<void> | null = null;

  async function tellEverybody(): Promise<void> {
    while (again) {
      again = false;
      const waiting = await store.cases.waiting();
      const minutesEach = await minutesPerCase(store);
      for (const [index, one] of waiting.entries()) {
        // Somebody came or went: what follows would be told twice.
        if (again) break;
        await tell(one, index + 1, (index + 1) * minutesEach).catch(complain);
      }
    }
    running = null;
  }

  function complain(error: unknown): void {
    logger.error({ err: error }, 'somebody who waits could not be told the place');
  }

  async function tell(waiting: QueuedCase, position: number, minutes: number): Promise<void> {
    const { id, revision, toldPosition, toldMinutes } = waiting;
    if (toldPosition === position && toldMinutes === minutes) return;
    await takeTurn(
      waiting.conversationId,
      {
        id: `queue:${id}:${revision}`,
        input: { type: 'queue', position, estimatedMinutes: minutes },
      },
      (unit) =>
        unit.cases.change(
          id,
          { status: 'waiting', revision },
          { toldPosition: position, toldMinutes: minutes },
        ),
    );
  }

  return {
    refresh() {
      again = true;
      running ??= tellEverybody().catch((error: unknown) => {
        running = null;
        complain(error);
      });
    },
    idle: () => running ?? Promise.resolve(),
  };
}

/** How long a case takes a clinician, by the last ones; each counts at least one minute and at most 60. */
async function minutesPerCase(store: Store): Promise<number> {
  const recent = await store.cases.recentHandling(handlingsConsidered);
  if (recent.length === 0) return usualMinutes;
  const minutes = recent.map(({ claimedAt, closedAt }) =>
    Math.min(60, Math.max(1, (Date.parse(closedAt) - Date.parse(claimedAt)) / 60_000)),
  );
  return Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length);
}
