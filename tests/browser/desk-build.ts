import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

const sourcesHash = (): string => {
  const hash = createHash('sha256');
  for (const folder of ['src/web/desk', 'src/web/shared', 'src/desk']) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    const files = readdirSync(path, { recursive: true, withFileTypes: true });
    for (const file of files.filter((one) => one.isFile())) {
      hash.update(file.name).update(readFileSync(join(file.parentPath, file.name)));
    }
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
};

/** The page of the desk, built from the sources as they are now. Built once for each state of them. */
export async function builtDesk(): Promise<string> {
  const finished = join(tmpdir(), `lumbar-desk-page-${sourcesHash()}`);
  if (existsSync(finished)) return finished;
  const draft = `${finished}-${process.pid}`;
  await run(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(root, 'src/web/desk/vite.config.mts'),
      '--outDir',
      draft,
      '--logLevel',
      'error',
    ],
    { cwd: root },
  );
  try {
    renameSync(draft, finished);
  } catch (error) {
    // Another test file was faster.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(finished)) throw error;
  }
  return finished;
}
