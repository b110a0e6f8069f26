import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, buildApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { openPack } from '../../src/knowledge/open-pack';
import { openDialog } from '../../src/open-dialog';
import { builtWidget } from './widget-build';

/** The whole service with the real conversation, on a database of its own. */
export interface WidgetService {
  /** `http://127.0.0.1:port`; the same after a restart. */
  readonly url: string;
  readonly app: () => App;
  stop(): Promise<void>;
  /** Goes on with the same database on the same port. */
  start(): Promise<void>;
  /** Stops and removes everything. */
  end(): Promise<void>;
}

export async function startWidgetService(
  environment: Readonly<Record<string, string>> = {},
): Promise<WidgetService> {
  const webDirectory = await builtWidget();
  const folder = await mkdtemp(join(tmpdir(), 'lumbar-widget-test-'));
  const pack = openPack();
  const dialog = openDialog(pack);
  const build = (port: string): Promise<App> =>
    buildApp(
      readConfig({
        DATABASE_URL: `sqlite:${join(folder, 'lumbar.db')}`,
        LOG_LEVEL: 'silent',
        PORT: port,
        ...environment,
      }),
      { pack, dialog, webDirectory },
    );
  let app: App | null = await build('0');
  const { url } = await app.listen();
  return {
    url,
    app() {
      if (!app) throw new Error('the service does not run');
      return app;
    },
    async stop() {
      await app?.close();
      app = null;
    },
    async start() {
      app = await build(new URL(url).port);
      await app.listen();
    },
    async end() {
      await app?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
