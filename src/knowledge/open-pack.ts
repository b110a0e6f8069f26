import { faultLine, loadPack, type Pack, type PackFile } from '../../knowledge';
import { defaultPackDirectory } from './pack-directory';
import { readPackFiles } from './read-pack-files';

/** Reads, checks and freezes a pack. Throws an error that lists every fault as `file:line reason`. */
export function openPack(directory: string = defaultPackDirectory()): Pack {
  return packOf(readPackFiles(directory), directory);
}

/** The pack that these files make; `directory` is named to whoever has to mend a fault. */
export function packOf(files: readonly PackFile[], directory: string): Pack {
  const loaded = loadPack(files);
  if (loaded.ok) return loaded.pack;
  const faults = loaded.faults.map((fault) => `  ${faultLine(fault)}`).join('\n');
  throw new Error(`The knowledge pack in ${directory} has faults:\n${faults}`);
}
