import type { Learned } from '../../dialogs';
import { packOf } from '../knowledge/open-pack';
import { defaultPackDirectory } from '../knowledge/pack-directory';
import { writePrepared } from '../knowledge/prepared';
import { readPackFiles } from '../knowledge/read-pack-files';
import { openDialog } from '../open-dialog';

/** The last step of the build: reads the pack and learns from it, so that no start has to. */
function main(): void {
  const directory = defaultPackDirectory();
  const files = readPackFiles(directory);
  const pack = packOf(files, directory);
  const learned = new Map<string, Learned>();
  openDialog(pack, {
    recall: () => null,
    keep: (locale, one) => learned.set(locale, one),
  });
  writePrepared(files, { pack, learned });
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
