import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pack = join('knowledge', 'packs', 'back-spasms');

/** Where the pack that ships with the service lies, whether the code runs from its source or from `dist`. */
export function defaultPackDirectory(): string {
  return join(packageRoot(__dirname), pack);
}

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, pack))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error(`no folder above the running code holds ${pack}`);
  return packageRoot(parent);
}
