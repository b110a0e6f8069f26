import type { Cases } from '../ports/cases';
import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import type { Conversations } from '../ports/conversations';
import type { Route } from '../ports/http';
import type { Logger } from '../ports/logger';
import type { Signals } from '../ports/signals';
import { accountRoutes } from './account-routes';
import { caseRoutes } from './case-routes';
import { createEvents } from './events-route';
import { pageRoutes } from './page';
import { createSessions } from './sessions';
import { createSetup } from './setup';
import { type NamingPack, packNames } from './summary';
import { uploadRoute } from './upload-route';

export interface DeskParts {
  readonly cases: Cases;
  readonly conversations: Conversations;
  readonly clinicians: Clinicians;
  readonly signals: Signals;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Gives flags and answers their names. */
  readonly pack: NamingPack;
  /** The language of the desk. */
  readonly locale: string;
  /** The built page: `dist/web/desk`. Its `assets` folder is served by the composition root at `/desk/assets`. */
  readonly webDirectory: string;
  readonly publicUrl?: string | undefined;
}

export interface Desk {
  readonly routes: readonly Route[];
  /** A link that makes the first account, once; null when there is one. */
  setupLink(baseUrl: string): Promise<string | null>;
  /** Ends the open streams. */
  close(): void;
}

/** The clinicians' desk: its page, its accounts and its work on cases. */
export function createDesk(parts: DeskParts): Desk {
  const names = packNames(parts.pack, parts.locale);
  const sessions = createSessions(parts);
  const setup = createSetup(parts);
  const events = createEvents({ ...parts, sessions, names });
  const onSignOut = (tokenHash: string): void => events.endSession(tokenHash);

  return {
    routes: [
      ...pageRoutes(parts.webDirectory),
      ...accountRoutes({ ...parts, sessions, setup, onSignOut }),
      ...caseRoutes({ ...parts, sessions, names }),
      uploadRoute({ ...parts, sessions }),
      events.route,
    ],
    setupLink: (baseUrl) => setup.link(baseUrl),
    close: () => events.close(),
  };
}
