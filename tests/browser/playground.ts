import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser';

/** Microsoft's Agents Playground, showing a private chat in Teams with the bot at an endpoint. */
export interface Playground {
  readonly page: Page;
  say(text: string): Promise<void>;
  /** The last button of this name: earlier cards may have had the same. */
  press(name: string): Promise<void>;
  /** What stands in the chat, whoever said it. */
  shown(text: string | RegExp): Locator;
  close(): Promise<void>;
}

const cli = join(
  dirname(require.resolve('@microsoft/m365agentsplayground/package.json')),
  'cli.js',
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

export async function openPlayground(endpoint: string): Promise<Playground> {
  const folder = await mkdtemp(join(tmpdir(), 'lumbar-playground-'));
  const port = await freePort();
  const wanted = ['--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', String(port)];
  const child = spawn(process.execPath, [cli, ...wanted, '--disable-telemetry'], { cwd: folder });
  let output = '';
  const listening = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(`Listening on ${port}`)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`the Playground did not start: ${output}`)));
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });

  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };

  try {
    await listening;
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    page.setDefaultTimeout(20_000);
    await page.goto(`http://127.0.0.1:${port}/`);
    return {
      page,
      async say(text) {
        await page.getByRole('textbox').last().click();
        await page.keyboard.type(text);
        await page.getByRole('button', { name: 'Send Message' }).click();
      },
      press: (name) => page.getByRole('button', { name, exact: true }).last().click(),
      // The log panel repeats the beginning of what was said: it has no paragraphs.
      shown: (text) => page.locator('p').filter({ hasText: text }).last(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
