import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The built service as `npm start` runs it, in a folder of its own. */
export interface ShippedService {
  readonly url: string;
  readonly setupLink: string;
  end(): Promise<void>;
}

/** Starts what is in `dist`; `npm test` has built it before. */
export async function startShippedService(): Promise<ShippedService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lumbar-acceptance-'));
  const child = spawn(process.execPath, [path.join(root, 'dist/src/index.js')], {
    cwd: folder,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = await firstWords(child);
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  const url = /Demo page\s+(\S+?)\/?$/m.exec(printed)?.[1];
  const setupLink = /First clinician\s+(\S+)/.exec(printed)?.[1];
  if (url === undefined || setupLink === undefined) {
    await end();
    throw new Error(`the service did not start: ${printed}`);
  }
  return { url, setupLink, end };
}

/** What a first start prints, up to the link for the first clinician. */
function firstWords(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      if (/First clinician\s+\S+/.test(printed)) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${printed}`)));
  });
}
