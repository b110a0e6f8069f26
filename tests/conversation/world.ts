import type { Dialog } from '../../dialogs';
import {
  type ConversationParts,
  createConversationParts,
} from '../../src/conversation/conversations';
import type { ChannelKind, NewConversation, Turn } from '../../src/ports/conversations';
import type { LogBody } from '../../src/ports/log';
import type { Signal } from '../../src/ports/signals';
import { createLogger } from '../../src/observability/logger';
import { createMetrics } from '../../src/observability/metrics';
import type { Metrics } from '../../src/ports/metrics';
import { openStore, type OpenedStore } from '../../src/store/open-store';
import { type ManualClock, manualClock } from './manual-clock';
import { obedientDialog } from './obedient-dialog';

/** The shell around a conversation, with a store of its own and a clock in the test's hand. */
export interface World extends ConversationParts {
  readonly store: OpenedStore;
  readonly clock: ManualClock;
  readonly metrics: Metrics;
  /** Every signal so far. */
  readonly heard: Signal[];
  person(id: string, channel?: ChannelKind): Promise<void>;
  /** The person says something; the input's id is made when none is given. */
  says(id: string, text: string, inputId?: string): Promise<Turn>;
  /** What the log holds now. */
  bodies(id: string): Promise<readonly LogBody[]>;
  close(): Promise<void>;
}

export async function openWorld(
  url: string,
  given: { readonly dialog?: Dialog; readonly clock?: ManualClock } = {},
): Promise<World> {
  const clock = given.clock ?? manualClock();
  const store = await openStore(url, clock);
  const metrics = createMetrics();
  const parts = createConversationParts({
    store,
    dialog: given.dialog ?? obedientDialog,
    clock,
    metrics,
    logger: createLogger('silent'),
  });
  const heard: Signal[] = [];
  parts.signals.subscribe((signal) => heard.push(signal));

  return {
    ...parts,
    store,
    clock,
    metrics,
    heard,
    async person(id, channel = 'directline') {
      await parts.conversations.open(newConversation(id, channel));
    },
    says: (id, text, inputId = clock.newId()) =>
      parts.conversations.takeTurn(id, { id: inputId, input: { type: 'said', text } }),
    async bodies(id) {
      const entries = await parts.conversations.log(id, 0, 1000);
      return entries.map((entry) => entry.body);
    },
    async close() {
      await parts.idle();
      await store.close();
    },
  };
}

export const newConversation = (id: string, channel: ChannelKind): NewConversation => ({
  id,
  channel,
  userId: `user-of-${id}`,
  userName: `Name of ${id}`,
  locale: 'en',
  region: 'US',
  ...(channel === 'directline' ? {} : { reference: { serviceUrl: 'https://service.example' } }),
});
