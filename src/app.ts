import { join } from 'node:path';
import type { Dialog } from '../dialogs';
import type { Pack } from '../knowledge';
import { createDirectLine } from './channels/direct-line/direct-line';
import { createTeamsChannel } from './channels/teams/teams';
import { type Config, ConfigError, faultOf } from './config';
import { type ConversationParts, createConversationParts } from './conversation/conversations';
import { systemClock } from './conversation/system-clock';
import { createDesk } from './desk/desk';
import { healthRoutes } from './http/health';
import { createHttpServer } from './http/server';
import { staticRoutes } from './http/static-files';
import { widgetRoutes } from './http/widget-routes';
import { keptSecret } from './kept-secret';
import { createLogger } from './observability/logger';
import { createMetrics } from './observability/metrics';
import type { Clock } from './ports/clock';
import type { Route, UpgradeHandler } from './ports/http';
import type { Logger } from './ports/logger';
import { openStore } from './store/open-store';
import { createTimers } from './timers/timers';
import { webDirectory as builtPages } from './web-directory';

/** The whole service, built and not yet listening. */
export interface App {
  readonly parts: ConversationParts;
  /** `url` is where this process can be reached from this machine. */
  listen(): Promise<{ readonly url: string; readonly setupLink: string | null }>;
  /** Stops accepting, finishes the turns in flight, closes the store. */
  close(): Promise<void>;
}

/** Puts the parts together. `given` are those that tests replace or share. */
export async function buildApp(
  config: Config,
  given: {
    readonly pack: Pack;
    readonly dialog: Dialog;
    readonly logger?: Logger;
    readonly clock?: Clock;
    /** Where the built pages lie. */
    readonly webDirectory?: string;
  },
): Promise<App> {
  const { pack, dialog, logger = createLogger(config.logLevel), clock = systemClock } = given;
  const { webDirectory = builtPages } = given;
  checkAgainstPack(config, pack);
  const metrics = createMetrics();
  const store = await openStore(config.databaseUrl, clock);
  const parts = createConversationParts({ store, dialog, clock, metrics, logger });
  const { conversations, cases, outbox, signals } = parts;
  const timers = createTimers({ store, conversations, clock, logger });
  const secret = config.directLineSecret ?? keptSecret(config.databaseUrl);

  const { region, locale, publicUrl } = config;
  const shared = { conversations, signals, clock, logger, region, locale, publicUrl };

  const desk = createDesk({
    ...shared,
    cases,
    clinicians: store.clinicians,
    pack,
    webDirectory: join(webDirectory, 'desk'),
  });

  const directLine = createDirectLine({
    ...shared,
    secret,
    widgetOrigins: config.widgetOrigins,
    metrics,
  });

  const teams = createTeamsChannel({ ...shared, outbox, pack, config: config.microsoftApp });

  const routes: readonly Route[] = [
    ...healthRoutes({
      checks: [{ name: 'store', check: () => store.ping() }],
      metrics: () => metrics.render(),
      metricsToken: secret,
    }),
    ...directLine.routes,
    ...teams.routes,
    ...desk.routes,
    ...staticRoutes(join(webDirectory, 'desk', 'assets'), '/desk/assets'),
    ...widgetRoutes(webDirectory),
  ];
  const upgrades: readonly UpgradeHandler[] = [directLine.upgrade];
  const server = createHttpServer({ routes, upgrades, logger });

  return {
    parts,
    async listen() {
      const { port } = await server.listen(config.host, config.port);
      timers.start();
      teams.start();
      parts.refreshQueue();
      const url = `http://${urlHost(config.host)}:${port}`;
      return { url, setupLink: await desk.setupLink(config.publicUrl ?? url) };
    },
    async close() {
      await timers.stop();
      desk.close();
      directLine.close();
      await server.close();
      await parts.idle();
      await teams.close();
      await store.close();
    },
  };
}

/** What only the knowledge can say about the configuration. */
function checkAgainstPack(config: Config, pack: Pack): void {
  const faults: string[] = [];
  const language = config.locale.slice(0, 2);
  if (!pack.words.has(language))
    faults.push(faultOf('LOCALE', `is not one of ${[...pack.words.keys()].join(', ')}`));
  if (!pack.regions.has(config.region))
    faults.push(faultOf('REGION', `is not one of ${[...pack.regions.keys()].join(', ')}`));
  if (faults.length > 0) throw new ConfigError(faults);
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
