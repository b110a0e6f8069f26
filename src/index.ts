import { buildApp } from './app';
import { ConfigError, loadConfig } from './config';
import { openPack } from './knowledge/open-pack';
import { createLogger } from './observability/logger';
import { openDialog } from './open-dialog';

/** A stop that takes longer is not a stop; nothing that was accepted is lost by it. */
const patienceMs = 9_500;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const pack = openPack();
  const app = await buildApp(config, { pack, dialog: openDialog(pack), logger });
  const { url, setupLink } = await app.listen();
  const base = config.publicUrl ?? url;
  say(`Demo page        ${base}/`, `Clinician desk   ${base}/desk`);
  if (setupLink !== null) say(`First clinician  ${setupLink}  (works once)`);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      logger.warn({}, 'stopped before everything had ended');
      process.exit(0);
    }, patienceMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || !(error instanceof Error);
  process.stderr.write(`${expected ? String(error) : (error.stack ?? error.message)}\n`);
  process.exit(1);
});
