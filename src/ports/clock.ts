/** The time and chance of the process; tests hand in their own. */
export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Unguessable, URL-safe, at least 128 bits. */
  newId(): string;
}
