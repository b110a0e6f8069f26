import type { Dialog } from '../../dialogs';
import type { Cases } from '../ports/cases';
import type { Clock } from '../ports/clock';
import type { Conversations } from '../ports/conversations';
import { AppError } from '../ports/errors';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import type { Outbox } from '../ports/outbox';
import type { Signals } from '../ports/signals';
import type { Store } from '../ports/store';
import { createCases } from './cases';
import { createLanes } from './lanes';
import { createOutbox } from './outbox';
import { createQueue } from './queue';
import { createSignals } from './signals';
import { createTakeTurn, type TakeTurn } from './take-turn';

/** Everything that happens to conversations, behind the ports that channels and desk see. */
export interface ConversationParts {
  readonly conversations: Conversations;
  readonly cases: Cases;
  readonly outbox: Outbox;
  readonly signals: Signals;
  /** Tells the waiting their place, where a process that died did not come to it. */
  refreshQueue(): void;
  /** Resolves when no turn is being taken and everybody who waits knows the place. */
  idle(): Promise<void>;
}

export function createConversationParts(given: {
  readonly store: Store;
  readonly dialog: Dialog;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly logger: Logger;
}): ConversationParts {
  const { store, dialog, clock, metrics, logger } = given;
  const signals = createSignals(logger);
  const lanes = createLanes();
  const queueChanged = (): void => queue.refresh();
  const takeTurn = createTakeTurn({ store, dialog, clock, signals, metrics, lanes, queueChanged });
  const queue = createQueue({ store, takeTurn, logger });

  return {
    conversations: createConversations(store, clock, takeTurn),
    cases: createCases({ store, takeTurn, clock, signals, queueChanged }),
    outbox: createOutbox(store, clock),
    signals,
    refreshQueue: queueChanged,
    async idle() {
      await lanes.idle();
      await queue.idle();
    },
  };
}

const notFound = (): AppError =>
  new AppError('conversation-not-found', 'There is no such conversation.');

function createConversations(store: Store, clock: Clock, takeTurn: TakeTurn): Conversations {
  return {
    open: (conversation) => store.conversations.open(conversation, clock.now()),
    find: (id) => store.conversations.find(id),
    takeTurn: (conversationId, incoming) => takeTurn(conversationId, incoming),
    log: (conversationId, afterSeq, limit) => store.log.range(conversationId, afterSeq, limit),

    async rememberReference(id, reference) {
      if (!(await store.conversations.setReference(id, reference))) throw notFound();
    },

    async keepUpload(conversationId, attachment, content) {
      const key = await store.conversations.key(conversationId);
      if (key === null) throw notFound();
      await store.uploads.put(key, attachment, content, clock.now());
    },

    upload: (conversationId, attachmentId) => store.uploads.find(conversationId, attachmentId),
  };
}
