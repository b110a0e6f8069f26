import type { Clock } from '../ports/clock';
import type { Outbox } from '../ports/outbox';
import type { Store } from '../ports/store';

export function createOutbox(store: Store, clock: Clock): Outbox {
  return {
    conversationsDue: (limit) => store.outbox.conversationsDue(clock.now(), limit),

    async take(conversationId, limit) {
      const items = await store.outbox.pending(conversationId, clock.now(), limit);
      const [first, last] = [items.at(0), items.at(-1)];
      if (!first || !last) return [];
      const entries = await store.log.range(
        conversationId,
        first.seq - 1,
        last.seq - first.seq + 1,
        last.seq,
      );
      const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
      return items.flatMap((item) => {
        const entry = bySeq.get(item.seq);
        return entry ? [{ ...item, entry }] : [];
      });
    },

    delivered: (conversationId, seq, sentId) =>
      store.outbox.settle(conversationId, seq, 'delivered', sentId ?? null),
    failed: (conversationId, seq, nextAt) => store.outbox.retry(conversationId, seq, nextAt),
    giveUp: (conversationId, seq) => store.outbox.settle(conversationId, seq, 'given-up', null),
    sentId: (conversationId, seq) => store.outbox.sentId(conversationId, seq),
  };
}
