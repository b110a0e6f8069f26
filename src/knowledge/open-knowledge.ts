import type { Memory } from '../../dialogs';
import type { Pack } from '../../knowledge';
import { packOf } from './open-pack';
import { defaultPackDirectory } from './pack-directory';
import { readPrepared } from './prepared';
import { readPackFiles } from './read-pack-files';

/** A pack, and what was learned from it when the service was built. */
export interface Knowledge {
  readonly pack: Pack;
  readonly memory: Memory;
}

/** The pack as it lies on the disk. Throws like `openPack`; fast where the build has seen the same files. */
export function openKnowledge(directory: string = defaultPackDirectory()): Knowledge {
  const files = readPackFiles(directory);
  const prepared = readPrepared(files);
  return {
    pack: prepared?.pack ?? packOf(files, directory),
    memory: {
      recall: (locale) => prepared?.learned.get(locale) ?? null,
      keep: () => undefined,
    },
  };
}
