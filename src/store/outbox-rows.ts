import type { Kysely } from 'kysely';
import type { OutboxRows } from '../ports/store';
import type { Tables } from './schema';

export function outboxRows(db: Kysely<Tables>): OutboxRows {
  const keyOf = (conversationId: string) =>
    db.selectFrom('conversations').select('key').where('id', '=', conversationId);

  return {
    async put(key, seqs, now) {
      if (seqs.length === 0) return;
      await db
        .insertInto('outbox')
        .values(
          seqs.map((seq) => ({
            conversation: key,
            seq,
            status: 'due',
            attempts: 0,
            next_at: now,
            sent_id: null,
          })),
        )
        .execute();
    },

    async conversationsDue(now, limit) {
      const rows = await db
        .selectFrom('outbox')
        .innerJoin('conversations', 'conversations.key', 'outbox.conversation')
        .select('conversations.id')
        .where('outbox.status', '=', 'due')
        .where('outbox.next_at', '<=', now)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('outbox as earlier')
                .select('earlier.seq')
                .whereRef('earlier.conversation', '=', 'outbox.conversation')
                .whereRef('earlier.seq', '<', 'outbox.seq')
                .where('earlier.status', '=', 'due')
                .where('earlier.next_at', '>', now),
            ),
          ),
        )
        .groupBy('conversations.id')
        .orderBy((query) => query.fn.min('outbox.next_at'))
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async pending(conversationId, now, limit) {
      const rows = await db
        .selectFrom('outbox')
        .select(['seq', 'attempts', 'next_at'])
        .where('conversation', '=', keyOf(conversationId))
        .where('status', '=', 'due')
        .orderBy('seq')
        .limit(limit)
        .execute();
      const waits = rows.findIndex((row) => row.next_at > now);
      const ready = waits === -1 ? rows : rows.slice(0, waits);
      return ready.map(({ seq, attempts }) => ({ conversationId, seq, attempts }));
    },

    async settle(conversationId, seq, status, sentId) {
      await db
        .updateTable('outbox')
        .set({ status, sent_id: sentId })
        .where('conversation', '=', keyOf(conversationId))
        .where('seq', '=', seq)
        .execute();
    },

    async retry(conversationId, seq, nextAt) {
      await db
        .updateTable('outbox')
        .set((row) => ({ attempts: row('attempts', '+', 1), next_at: nextAt }))
        .where('conversation', '=', keyOf(conversationId))
        .where('seq', '=', seq)
        .where('status', '=', 'due')
        .execute();
    },

    async sentId(conversationId, seq) {
      const row = await db
        .selectFrom('outbox')
        .select('sent_id')
        .where('conversation', '=', keyOf(conversationId))
        .where('seq', '=', seq)
        .executeTakeFirst();
      return row?.sent_id ?? null;
    },
  };
}
