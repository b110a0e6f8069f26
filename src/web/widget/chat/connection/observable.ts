export interface Observer<T> {
  readonly next?: ((value: T) => void) | undefined;
  readonly error?: ((error: Error) => void) | undefined;
  readonly complete?: (() => void) | undefined;
}

export interface Subscription {
  unsubscribe(): void;
}

/** As much of an observable as Web Chat asks of its chat adapter. */
export interface Observable<T> {
  subscribe(observer: Observer<T>): Subscription;
}

/** A stream of values of which nobody misses any: who comes late gets the earlier ones first. */
export interface Replay<T> extends Observable<T> {
  next(value: T): void;
}

export function createReplay<T>(): Replay<T> {
  const values: T[] = [];
  const observers = new Set<Observer<T>>();
  return {
    next(value) {
      values.push(value);
      for (const observer of observers) observer.next?.(value);
    },
    subscribe(observer) {
      for (const value of values) observer.next?.(value);
      observers.add(observer);
      return { unsubscribe: () => observers.delete(observer) };
    },
  };
}

/** Runs anew for each subscriber; unsubscribing stops it. */
export function runOnce<T>(run: (signal: AbortSignal) => Promise<T>): Observable<T> {
  return {
    subscribe(observer) {
      const abort = new AbortController();
      void tell(run(abort.signal), observer, abort.signal);
      return { unsubscribe: () => abort.abort() };
    },
  };
}

async function tell<T>(
  running: Promise<T>,
  observer: Observer<T>,
  signal: AbortSignal,
): Promise<void> {
  try {
    const value = await running;
    if (signal.aborted) return;
    observer.next?.(value);
    observer.complete?.();
  } catch (error) {
    if (!signal.aborted)
      observer.error?.(error instanceof Error ? error : new Error(String(error)));
  }
}
