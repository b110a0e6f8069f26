import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the built pages lie, whether the code runs from its source or from `dist`. */
export const webDirectory = join(packageRoot(__dirname), 'dist', 'web');

function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no folder above the running code holds package.json');
  return packageRoot(parent);
}
