import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');
const sources = ['src/web/widget', 'src/web/demo'];
const ingredients = ['package-lock.json', 'knowledge/packs/back-spasms/regions.yaml'];

/** A folder with `widget` and `demo`, built from the sources as they are now, once for each state of them. */
export async function builtWidget(): Promise<string> {
  const finished = join(tmpdir(), `lumbar-widget-${hashOfSources()}`);
  if (existsSync(finished)) return finished;
  const draft = `${finished}-${process.pid}`;
  await run(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--config',
      join(root, 'src/web/widget/vite.config.mts'),
      '--outDir',
      join(draft, 'widget'),
      '--logLevel',
      'error',
    ],
    // Under test the bundler would leave React's development half in.
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
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

function hashOfSources(): string {
  const files = sources.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const hash = createHash('sha256');
  for (const file of [...files, ...ingredients.map((name) => join(root, name))].toSorted()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
