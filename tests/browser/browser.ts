import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const run = promisify(execFile);

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const elsewhere = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installedBrowser = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...elsewhere].find(isExecutable);
};

const advice =
  'The browser tests need Chrome or Chromium. Install one (Debian: `apt-get install -y chromium`), ' +
  'or set CHROME_PATH to its executable.';

/** Test files run side by side: the lock lets one of them install and the others find the result. */
const installOnDebian = async (): Promise<void> => {
  await run(
    'flock',
    [
      '/tmp/lumbar-chromium.lock',
      'sh',
      '-c',
      'command -v chromium || (apt-get update && apt-get install -y chromium)',
    ],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 },
  );
};

const isRootOnDebian = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');

/**
 * The path of a Chrome or Chromium: `CHROME_PATH`, then one of the system, then one installed on the spot.
 * Throws with what to do when none can be had; a browser test is never skipped.
 */
export async function findBrowser(): Promise<string> {
  const wished = process.env['CHROME_PATH'];
  if (wished) {
    if (isExecutable(wished)) return wished;
    throw new Error(`CHROME_PATH is "${wished}", where no executable is. ${advice}`);
  }
  const found = installedBrowser();
  if (found) return found;
  if (!isRootOnDebian()) throw new Error(advice);
  try {
    await installOnDebian();
  } catch (cause) {
    throw new Error(`Installing Chromium failed. ${advice}`, { cause });
  }
  const installed = installedBrowser();
  if (installed) return installed;
  throw new Error(advice);
}

/** Starts a headless browser, with further switches of Chromium if need be. The caller closes it. */
export async function launchBrowser(...switches: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...switches,
    ],
  });
}
