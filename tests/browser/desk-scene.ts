import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPack } from '../../src/knowledge/open-pack';
import { openDialog } from '../../src/open-dialog';
import { type DeskWorld, openDeskWorld, password } from '../desk/desk-world';
import { builtDesk } from './desk-build';

/** A clinician's browser window with the desk in it. */
export interface DeskWindow {
  readonly page: Page;
  /** What the browser complained about: errors, and breaches of the security policy. */
  readonly complaints: readonly string[];
}

/** The desk as it is served, with the real dialogue behind it. */
export interface DeskScene extends DeskWorld {
  window(name: string | null, options?: BrowserContextOptions): Promise<DeskWindow>;
  /** Somebody comes to the widget, says these things, and asks for a clinician. */
  patient(id: string, ...words: readonly string[]): Promise<void>;
}

export async function openDeskScene(browser: Browser): Promise<DeskScene> {
  const pack = openPack();
  const world = await openDeskWorld({
    webDirectory: await builtDesk(),
    dialog: openDialog(pack),
    pack,
  });

  return {
    ...world,
    async window(name, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        // Before signing in, the page is told that nobody is.
        const isExpected = /status of 401/.test(message.text());
        if (message.type() === 'error' && !isExpected) complaints.push(message.text());
      });
      await page.goto(`${world.url}/desk`);
      if (name !== null) {
        await page.getByLabel('User name').fill(name);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('list', { name: 'Waiting patients' }).waitFor({ state: 'attached' });
      }
      return { page, complaints };
    },
    async patient(id, ...words) {
      await world.person(id);
      await world.conversations.takeTurn(id, { id: `${id}-joins`, input: { type: 'joined' } });
      for (const text of [...words, 'I want to talk to a clinician']) await world.says(id, text);
      await world.idle();
    },
  };
}

/** What axe finds wrong with the page as it is now, in a line each. */
export async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
