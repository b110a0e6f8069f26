import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for a store of one kind, new and empty. */
export interface Place {
  readonly url: string;
  remove(): void;
}

/** Every kind of store; each test of the store and of turns runs once with each. */
export const stores: readonly { readonly name: string; readonly place: () => Place }[] = [
  {
    name: 'SQLite',
    place() {
      const folder = mkdtempSync(join(tmpdir(), 'lumbar-store-'));
      return {
        url: `sqlite:${join(folder, 'made', 'when-missing', 'lumbar.db')}`,
        remove: () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
];
