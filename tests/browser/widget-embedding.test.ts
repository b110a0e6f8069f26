import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator } from 'playwright-core';
import { launchBrowser } from './browser';
import { type Sites, startSites } from './sites';
import { builtWidget } from './widget-build';
import { openWidgetPage, type WidgetPage } from './widget-page';
import { startWidgetService, type WidgetService } from './widget-service';

let browser: Browser;
let service: WidgetService;
let widget: WidgetPage | undefined;

/** Pages of other sites. Names that end in `.example` lead to this machine. */
let sites: Sites;
let listed: string;

beforeAll(async () => {
  sites = await startSites();
  listed = `http://clinic.example:${sites.port}`;
  [browser, service] = await Promise.all([
    launchBrowser('--host-resolver-rules=MAP *.example 127.0.0.1'),
    startWidgetService({ WIDGET_ORIGINS: listed, REGION: 'GB' }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await service?.end();
  await sites?.close();
});
afterEach(async () => {
  await widget?.close();
  widget = undefined;
});

const embedded = (attributes = ''): string =>
  `<script src="${service.url}/widget.js" async ${attributes}></script>`;

const styleOf = (locator: Locator): Promise<unknown> =>
  locator.evaluate((element) => {
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    return { color: style?.color, fontSize: style?.fontSize, letterSpacing: style?.letterSpacing };
  });

test('the embed script has at most 10 kB gzipped', async () => {
  const script = readFileSync(join(await builtWidget(), 'widget', 'widget.js'));
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(10_000);
});

test('the chat is loaded only when it is asked for, and kept by the browser', async () => {
  const asked: string[] = [];
  widget = await openWidgetPage(browser, service.url, {
    before: async (page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    },
  });
  await widget.launcher.waitFor();
  expect(asked.filter((path) => path.startsWith('/widget/'))).toEqual([]);
  const chat = widget.page.waitForResponse(/\/widget\/webchat-/);
  await widget.open();
  expect((await chat).headers()).toMatchObject({
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

test('a listed site embeds the widget with one script tag', async () => {
  sites.page = `<h1>Our clinic</h1>${embedded('data-position="left" data-region="IE"')}`;
  widget = await openWidgetPage(browser, listed);
  await widget.open();
  await widget.hears('In an emergency call 112');
  await widget.offer('Ask a question').click();
  await widget.dialog.locator('.webchat__bubble--from-user').waitFor();
  const call = widget.dialog.getByRole('link', { name: 'Emergency? Call 112' });
  expect(await call.getAttribute('href')).toBe('tel:112');
  const box = await widget.dialog.boundingBox();
  expect(box?.x).toBeLessThan(100);
});

test('a site that is not listed cannot talk to the service, and the person is told whom to call', async () => {
  sites.page = embedded('data-region="GB"');
  widget = await openWidgetPage(browser, `http://elsewhere.example:${sites.port}`);
  await widget.launcher.click();
  await widget.dialog.getByText('We can’t reach the chat just now').waitFor();
  const calls = widget.dialog.getByRole('link', { name: 'Call 999' });
  expect(
    await calls.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['tel:999', 'tel:999']);
});

test('when the service comes back, trying again is enough', async () => {
  let isDown = true;
  widget = await openWidgetPage(browser, service.url, {
    before: async (page) => {
      await page.route('**/widget/{token,webchat-*}', (route) =>
        isDown ? route.abort() : route.continue(),
      );
    },
  });
  await widget.launcher.click();
  const again = widget.dialog.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  isDown = false;
  await again.click();
  await widget.hears('Hello, I’m Lumbar');
  const call = widget.dialog.getByRole('link', { name: 'Emergency? Call 999' });
  expect(await call.getAttribute('href')).toBe('tel:999');
});

test('styles of the page do not reach the widget, nor those of the widget the page', async () => {
  sites.page = `<style>
      * { color: red !important; font-size: 40px !important; letter-spacing: 9px }
      button, dialog, a, textarea { display: none !important }
      lumbar-chat { display: none !important }
    </style><p class="webchat">Our own words</p>${embedded()}`;
  widget = await openWidgetPage(browser, listed);
  await widget.open();
  await widget.offer('Ask a question').waitFor();
  const { page } = widget;
  const look = (selector: string): Promise<unknown> => styleOf(page.locator(selector).first());
  expect(await look('.webchat__bubble__content p')).toEqual({
    color: 'rgb(28, 37, 41)',
    fontSize: '16px',
    letterSpacing: 'normal',
  });
  expect(await look('p.webchat')).toEqual({
    color: 'rgb(255, 0, 0)',
    fontSize: '40px',
    letterSpacing: '9px',
  });
  expect(await widget.page.locator('head style[data-emotion]').count()).toBe(0);
});

test('the keyboard alone is enough', async () => {
  widget = await openWidgetPage(browser, service.url);
  const { page, launcher, dialog } = widget;
  const isFocused = (locator: typeof launcher): Promise<boolean> =>
    locator.evaluate((element) => element.matches(':focus'));
  await launcher.focus();
  await page.keyboard.press('Enter');
  await widget.offer('Check my symptoms').waitFor();
  await dialog.locator('.webchat__send-box textarea:focus').waitFor();
  await page.keyboard.type('what is a back spasm?');
  await page.keyboard.press('Enter');
  await widget.hears('what is a back spasm?');

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await isFocused(launcher)).toBe(true);

  await page.keyboard.press('Enter');
  await dialog.waitFor();
  expect(await dialog.getAttribute('aria-modal')).toBe(null);
});

test('on a phone the dialog fills the screen, is modal, and keeps its parts in reach', async () => {
  widget = await openWidgetPage(browser, service.url, {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await widget.launcher.tap();
  await widget.offer('Check my symptoms').waitFor();
  expect(await widget.dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await widget.dialog.getAttribute('aria-modal')).toBe('true');
  const small = await widget.dialog
    .locator('.bar button, a.emergency, .webchat__suggested-action, .webchat__send-box button')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
  expect(small).toEqual([]);
  expect(await styleOf(widget.box)).toMatchObject({ fontSize: '16px' });
  await widget.dialog.getByRole('button', { name: 'Close the chat' }).tap();
  await widget.launcher.waitFor();
});

test('the conversation lasts as long as the page where storage is blocked', async () => {
  widget = await openWidgetPage(browser, service.url, {
    before: async (page) => {
      await page.addInitScript(
        'Object.defineProperty(window, "localStorage", { get() { throw new Error("blocked") } })',
      );
    },
  });
  await widget.open();
  await widget.offer('Check my symptoms').click();
  await widget.offer('Neck').waitFor();
  await widget.dialog.getByRole('button', { name: 'Close the chat' }).click();
  await widget.launcher.click();
  await widget.offer('Neck').click();
  await widget.hears('When did this pain start?');
  expect((await widget.transcript()).filter((line) => line.startsWith('person'))).toEqual([
    'person: Check my symptoms',
    'person: Neck',
  ]);
});

test.each(['light', 'dark'] as const)(
  'nothing shuts anybody out in the %s scheme',
  async (scheme) => {
    widget = await openWidgetPage(browser, service.url, { colorScheme: scheme });
    await widget.open();
    await widget.offer('Check my symptoms').waitFor();
    const { violations } = await new AxeBuilder({ page: widget.page }).analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => String(target)) })),
    ).toEqual([]);
  },
);
