/** A map that refuses to be changed. */
class FrozenMap<K, V> extends Map<K, V> {
  #sealed = false;

  constructor(entries: Iterable<readonly [K, V]>) {
    super(entries);
    this.#sealed = true;
  }

  override set(key: K, value: V): this {
    // The constructor of Map fills itself through this method, before the private field exists.
    if (#sealed in this && this.#sealed) refuse();
    return super.set(key, value);
  }

  override delete(): boolean {
    return refuse();
  }

  override clear(): void {
    refuse();
  }
}

function refuse(): never {
  throw new TypeError('The knowledge is frozen.');
}

/** A read-only map of things by their id, in the order given. */
export function frozenById<T extends { readonly id: string }>(
  things: readonly T[],
): ReadonlyMap<string, T> {
  return frozenMap(things.map((thing) => [thing.id, thing]));
}

export function frozenMap<V>(entries: Iterable<readonly [string, V]>): ReadonlyMap<string, V> {
  return Object.freeze(new FrozenMap(entries));
}

/** A copy of plain data that is frozen in depth, maps too. */
export function frozenCopy<T>(value: T): T;
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) {
    return frozenMap([...value].map(([key, item]) => [String(key), frozenCopy(item)]));
  }
  if (Array.isArray(value)) return Object.freeze(value.map((item: unknown) => frozenCopy(item)));
  return Object.freeze(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, frozenCopy(item)])),
  );
}

/** Freezes plain data in depth, the values of maps too, and gives it back. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) for (const item of value.values()) deepFreeze(item);
  for (const item of Object.values(value)) deepFreeze(item);
  return Object.freeze(value);
}
