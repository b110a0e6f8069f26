import { buildApp } from './app';
import { loadConfig } from './config';
import { openKnowledge } from './knowledge/open-knowledge';
import { createLogger } from './observability/logger';
import { openDialog } from './open-dialog';

/** A stop that takes longer is not a stop; nothing that was accepted is lost by it. */
const patienceMs = 9_500;

async function main(): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const { pack, memory } = openKnowledge();
  const app = await buildApp(config, { pack, dialog: openDialog(pack, memory), logger });

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

  const { url, setupLink } = await app.listen();
  const base = config.publicUrl ?? url;
  say(`Demo page        ${base}/`, `Clinician desk   ${base}/desk`);
  if (setupLink !== null) say(`First clinician  ${setupLink}  (works once)`);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What an operator needs: the message, and what lies behind it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? error.message
    : `${error.message}\n  because: ${reasonOf(error.cause)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
