import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createConversationParts } from '../../src/conversation/conversations';
import { systemClock } from '../../src/conversation/system-clock';
import { createLogger } from '../../src/observability/logger';
import type { Metrics } from '../../src/ports/metrics';
import { openStore } from '../../src/store/open-store';
import { createTimers } from '../../src/timers/timers';
import { obedientDialog } from '../conversation/obedient-dialog';

/*
 * A process that takes turns, made to be killed. `node node-under-test.js DATABASE_URL`; tells its parent
 * the port. POST a turn, get what `takeTurn` answered.
 */

const bodySchema = z.object({ conversation: z.string(), id: z.string(), text: z.string() });

/** Counting is not under test here, and loading its libraries is a third of the start. */
const uncounted: Metrics = {
  turn: () => undefined,
  turnFailed: () => undefined,
  concluded: () => undefined,
  unanswered: () => undefined,
  caseOpened: () => undefined,
  rated: () => undefined,
  sockets: () => undefined,
  render: () => Promise.resolve(''),
};

async function main(url: string): Promise<void> {
  const store = await openStore(url, systemClock);
  const logger = createLogger('error');
  const parts = createConversationParts({
    store,
    dialog: obedientDialog,
    clock: systemClock,
    metrics: uncounted,
    logger,
  });
  const { conversations } = parts;
  createTimers({ store, conversations, clock: systemClock, logger }).start();
  parts.refreshQueue();

  const server = createServer((request, response) => {
    read(request)
      .then(({ conversation, id, text }) =>
        conversations.takeTurn(conversation, { id, input: { type: 'said', text } }),
      )
      .then((turn) => response.end(JSON.stringify(turn)))
      .catch((error: unknown) => {
        logger.error({ err: error }, 'a turn failed');
        response.statusCode = 500;
        response.end();
      });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(portOf(server.address())));
}

async function read(request: IncomingMessage): Promise<z.infer<typeof bodySchema>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
