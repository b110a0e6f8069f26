import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Learned } from '../../dialogs';
import { frozenCopy, type Pack, type PackFile } from '../../knowledge';

/*
 * Reading a pack and learning from it takes seconds, and gives the same result as long as the pack's files
 * and the code are the same. So the build does it once and keeps the result beside the code that it built;
 * a start uses it where the files of the pack are still those.
 */

const besideTheCode = join(__dirname, '..', '..', 'prepared-knowledge.json');

/** What the build keeps of a pack. */
export interface Prepared {
  readonly pack: Pack;
  /** By language. */
  readonly learned: ReadonlyMap<string, Learned>;
}

/** The build wrote it and the digest vouches for it, so only its outline is checked. */
const preparedSchema = z.object({
  digest: z.string(),
  pack: z.custom<Pack>((value) => typeof value === 'object' && value !== null),
  learned: z.map(
    z.string(),
    z.object({
      classes: z.number(),
      keys: z.instanceof(Int32Array),
      weights: z.instanceof(Float32Array),
      bias: z.instanceof(Float32Array),
    }),
  ),
});

/** What was kept of exactly these files; null when nothing was. */
export function readPrepared(
  files: readonly PackFile[],
  place: string = besideTheCode,
): Prepared | null {
  if (!existsSync(place)) return null;
  const kept = preparedSchema.safeParse(JSON.parse(readFileSync(place, 'utf8'), revived));
  if (!kept.success || kept.data.digest !== digestOf(files)) return null;
  return { pack: frozenCopy(kept.data.pack), learned: kept.data.learned };
}

/** Keeps what was made of these files for the starts to come. */
export function writePrepared(
  files: readonly PackFile[],
  prepared: Prepared,
  place: string = besideTheCode,
): void {
  writeFileSync(place, JSON.stringify({ digest: digestOf(files), ...prepared }, plain));
}

function digestOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

const tagged = z.union([
  z.strictObject({ '#map': z.array(z.tuple([z.string(), z.unknown()])) }),
  z.strictObject({ '#int32': z.base64() }),
  z.strictObject({ '#float32': z.base64() }),
]);

/** Gives maps and arrays of numbers a form that JSON has. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Map) return { '#map': [...value] };
  if (value instanceof Int32Array) return { '#int32': base64(value) };
  if (value instanceof Float32Array) return { '#float32': base64(value) };
  return value;
}

function revived(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.keys(value)[0]?.startsWith('#')) {
    return value;
  }
  const form = tagged.parse(value);
  if ('#map' in form) return new Map(form['#map']);
  return '#int32' in form
    ? new Int32Array(bytes(form['#int32']))
    : new Float32Array(bytes(form['#float32']));
}

function base64({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function bytes(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
