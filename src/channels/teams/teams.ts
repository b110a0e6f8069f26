import type { Pack } from '../../../knowledge';
import type { Clock } from '../../ports/clock';
import type { Conversations } from '../../ports/conversations';
import type { Route } from '../../ports/http';
import type { Logger } from '../../ports/logger';
import type { Outbox } from '../../ports/outbox';
import type { Signals } from '../../ports/signals';
import { createAsides } from './asides';
import type { BotRegistration } from './authentication';
import { BotAdapter } from './bot-adapter';
import { createBot } from './bot';
import { createCourier } from './courier';
import { createDelivery } from './delivery';
import { messagesRoute } from './messages-route';
import { createPersonTurns } from './person-turns';
import { isPushed } from './places';
import { reportTrouble } from './trouble';

/** How often the outbox is looked through for what waits to be sent again. */
const sweepMs = 1_000;

export interface TeamsChannel {
  readonly routes: readonly Route[];
  /** Begins to send what is due, also what an earlier process left. */
  start(): void;
  /** Ends after what is being sent; the rest stays in the outbox. */
  close(): Promise<void>;
}

/** Teams and every other channel of the Azure Bot Service. */
export function createTeamsChannel(parts: {
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly signals: Signals;
  readonly clock: Clock;
  readonly config: BotRegistration;
  readonly logger: Logger;
  readonly pack: Pick<Pack, 'regions'>;
  readonly region: string;
  readonly locale: string;
}): TeamsChannel {
  const { conversations, outbox, signals, clock, config, logger, pack, region, locale } = parts;
  const adapter = new BotAdapter(config);
  const delivery = createDelivery(conversations, adapter);
  const courier = createCourier({ outbox, send: delivery.send, clock, logger });
  const asides = createAsides(adapter, logger);
  const usual = {
    region,
    locale,
    hasRegion: (one: string) => pack.regions.has(one),
    emergencyNumber: (one: string) => pack.regions.get(one)?.emergency.number ?? '112',
    privateChat:
      config.id === undefined
        ? null
        : `https://teams.microsoft.com/l/chat/0/0?users=28:${config.id}`,
  };
  const bot = createBot({
    conversations,
    personTurns: createPersonTurns({
      conversations,
      outbox,
      adapter,
      courier,
      delivery,
      clock,
      logger,
    }),
    signals,
    usual,
    sayAside: asides.say,
  });
  adapter.onTurnError = reportTrouble({ usual, clock, logger, sayAside: asides.say });

  let stopListening: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  function sweep(): void {
    courier.sweep().catch((error: unknown) => {
      logger.error({ err: error }, 'the outbox could not be read');
    });
  }

  return {
    routes: [messagesRoute({ adapter, bot, registered: config.id !== undefined })],
    start() {
      stopListening = signals.subscribe((signal) => {
        if (signal.type === 'appended' && isPushed(signal.conversationId))
          courier.wake(signal.conversationId);
      });
      timer = setInterval(sweep, sweepMs);
      sweep();
    },
    async close() {
      clearInterval(timer);
      stopListening?.();
      await courier.stop();
      await asides.idle();
    },
  };
}
