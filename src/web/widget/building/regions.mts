import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const file = resolve(import.meta.dirname, '../../../../knowledge/packs/back-spasms/regions.yaml');

const line = z.object({ number: z.string(), also: z.string().optional() });

const regions = z.object({
  regions: z.record(
    z.string(),
    z.object({ emergency: line, advice: line.optional(), crisis: line.optional() }),
  ),
});

/** The telephone numbers of the knowledge pack, so that the widget knows them without a server. */
export function readNumbers(): {
  readonly emergency: Readonly<Record<string, string>>;
  readonly all: readonly string[];
} {
  const entries = Object.entries(regions.parse(parse(readFileSync(file, 'utf8'))).regions);
  const lines = entries.flatMap(([, { emergency, advice, crisis }]) => [emergency, advice, crisis]);
  const all = lines.flatMap((one) => [one?.number, one?.also]).filter((one) => one !== undefined);
  return {
    emergency: Object.fromEntries(
      entries.map(([region, { emergency }]) => [region, emergency.number]),
    ),
    all: [...new Set(all)],
  };
}
