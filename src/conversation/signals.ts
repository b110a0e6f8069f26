import type { Logger } from '../ports/logger';
import type { Signal, Signals } from '../ports/signals';

/** Tells the listeners of this process at once. A listener that throws does not stop the others. */
export function createSignals(logger: Logger): Signals {
  const listeners = new Set<(signal: Signal) => void>();
  return {
    publish(signal) {
      for (const listener of listeners) {
        try {
          listener(signal);
        } catch (error) {
          logger.error({ err: error, signal: signal.type }, 'a listener failed');
        }
      }
    },
    subscribe(listener) {
      // Each subscription is its own, also when one function subscribes twice.
      const own = (signal: Signal): void => listener(signal);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
