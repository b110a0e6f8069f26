import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** A person in front of a page that carries the widget. */
export interface WidgetPage {
  readonly page: Page;
  readonly launcher: Locator;
  readonly dialog: Locator;
  readonly box: Locator;
  /** Presses the launcher and waits for the first words. */
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** A button below the conversation. */
  offer(title: string): Locator;
  /** A button of the newest card. */
  cardButton(title: string): Locator;
  /** Waits until the newest words contain these. */
  hears(words: string | RegExp): Promise<void>;
  /** All that was said, by whom it was said. */
  transcript(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openWidgetPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { readonly before?: (page: Page) => Promise<void> } = {},
): Promise<WidgetPage> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...contextOptions,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await before?.(page);
  await page.goto(url);
  return widgetOn(page);
}

/** The widget of a page that is open already. */
export function widgetOn(page: Page): WidgetPage {
  const dialog = page.getByRole('dialog', { name: 'Lumbar chat' });
  const bubbles = dialog.locator('.webchat__bubble__content');
  const launcher = page.getByRole('button', { name: 'Chat about your back' });
  const box = dialog.getByRole('textbox', { name: 'Message input box' });
  return {
    page,
    launcher,
    dialog,
    box,
    async open() {
      await launcher.click();
      await bubbles.first().waitFor();
    },
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
    // The live region for screen readers holds the same buttons for a moment, out of sight.
    offer: (title) =>
      dialog
        .locator('.webchat__suggested-action')
        .filter({ has: page.getByText(title, { exact: true }) }),
    cardButton: (title) => dialog.locator('.ac-pushButton', { hasText: title }).last(),
    hears: (words) => bubbles.filter({ hasText: words }).last().waitFor(),
    transcript: () =>
      bubbles.evaluateAll((all) =>
        all.map((bubble) => {
          const whose = bubble.closest('.webchat__bubble--from-user') ? 'person' : 'bot';
          return `${whose}: ${(bubble.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
        }),
      ),
    close: () => page.context().close(),
  };
}
