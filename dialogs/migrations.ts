import type { Envelope } from './dialog';

/** One step from the version that it is listed under to the next. Never throws. */
type Migration = (envelope: Envelope) => Envelope;

/** Entry n turns version n + 1 into n + 2. Entries are never changed or removed once released. */
export const migrations: readonly Migration[] = [];

/** The version that is written now. */
export const version = migrations.length + 1;

/** An envelope in today's version; null when it is from a version that nobody here knows. */
export function migrate(envelope: Envelope): Envelope | null {
  const from = envelope.version;
  if (!Number.isInteger(from) || from < 1 || from > version) return null;
  return migrations.slice(from - 1).reduce((one, step) => step(one), envelope);
}
