import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PackFile } from '../../knowledge';

/** The YAML files under a directory in the order of their paths, which are relative and use "/". */
export function readPackFiles(directory: string): readonly PackFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .map((path) => ({
      path: path.split(sep).join('/'),
      text: readFileSync(join(directory, path), 'utf8'),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
