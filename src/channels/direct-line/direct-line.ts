import type { Clock } from '../../ports/clock';
import type { Conversations } from '../../ports/conversations';
import { AppError } from '../../ports/errors';
import type { HttpReply, Route, UpgradeHandler } from '../../ports/http';
import type { Logger } from '../../ports/logger';
import type { Metrics } from '../../ports/metrics';
import type { Signals } from '../../ports/signals';
import { createAccess } from './access';
import { activityRoutes } from './activity-routes';
import { createActivitySets } from './activity-sets';
import { createAddresses } from './addresses';
import { conversationRoutes } from './conversation-routes';
import { pagePolicy } from './origins';
import { createPersonTurns } from './person-turns';
import { createStreams, type StreamTiming } from './streams';
import { tokenRoutes } from './token-routes';
import { createTokens } from './tokens';
import { uploadRoutes } from './upload-routes';
import { widgetTokenRoute } from './widget-token';

export interface DirectLine {
  readonly routes: readonly Route[];
  readonly upgrade: UpgradeHandler;
  /** Ends the sockets; clients come back to the next process where they stopped. */
  close(): void;
}

/** The Direct Line 3.0 channel: REST, WebSocket, and the token of the widget. */
export function createDirectLine(parts: {
  readonly conversations: Conversations;
  readonly signals: Signals;
  readonly clock: Clock;
  /** Signs every token, and is itself the bearer of servers that start conversations. */
  readonly secret: string;
  /** Origins of pages that may embed the widget; `*` for all. */
  readonly widgetOrigins: readonly string[];
  /** Where clients find us; when undefined, wherever their request came to. */
  readonly publicUrl?: string | undefined;
  readonly region: string;
  readonly locale: string;
  readonly logger: Logger;
  readonly metrics?: Pick<Metrics, 'sockets'> | undefined;
  /** For tests that cannot wait. */
  readonly timing?: Partial<StreamTiming> | undefined;
}): DirectLine {
  const { conversations, signals, clock, secret, widgetOrigins, publicUrl, logger } = parts;
  const { region, locale, metrics } = parts;
  const tokens = createTokens(secret, clock);
  const access = createAccess({ conversations, tokens, secret });
  const addresses = createAddresses({ secret, publicUrl, clock });
  const activitySets = createActivitySets(conversations, addresses);
  const personTurns = createPersonTurns(conversations, clock);
  const pages = pagePolicy(widgetOrigins, publicUrl);
  const streams = createStreams({
    conversations,
    activitySets,
    tokens,
    signals,
    clock,
    logger,
    metrics,
    timing: parts.timing,
  });

  const routes = [
    ...tokenRoutes({ access, tokens, conversations, clock }),
    ...conversationRoutes({ access, tokens, addresses, conversations, clock, region, locale }),
    ...activityRoutes({
      access,
      addresses,
      activitySets,
      personTurns,
      conversations,
      signals,
      clock,
    }),
    ...uploadRoutes({ access, addresses, personTurns, conversations }),
  ].map((route) => ({ ...route, cors: pages, handle: withProtocolCodes(route.handle) }));

  return {
    routes: [...routes, widgetTokenRoute({ tokens, conversations, clock, pages, region })],
    upgrade: streams.upgrade,
    close: () => streams.close(),
  };
}

/** Clients look for the protocol's own name of this one error. */
function withProtocolCodes(handle: Route['handle']): Route['handle'] {
  return async (request): Promise<HttpReply> => {
    try {
      return await handle(request);
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'token-expired') throw thrown;
      return {
        status: thrown.status,
        json: { error: { code: 'TokenExpired', message: thrown.message } },
      };
    }
  };
}
