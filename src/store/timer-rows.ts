import type { Kysely } from 'kysely';
import type { TimerRows } from '../ports/store';
import type { Tables } from './schema';

export function timerRows(db: Kysely<Tables>): TimerRows {
  const keyOf = (conversationId: string) =>
    db.selectFrom('conversations').select('key').where('id', '=', conversationId);

  return {
    async set(key, name, id, dueAt) {
      await db
        .insertInto('timers')
        .values({ id, conversation: key, name, due_at: dueAt, attempts: 0 })
        .onConflict((conflict) =>
          conflict
            .columns(['conversation', 'name'])
            .doUpdateSet({ id, due_at: dueAt, attempts: 0 }),
        )
        .execute();
    },

    async remove(key, name) {
      await db
        .deleteFrom('timers')
        .where('conversation', '=', key)
        .where('name', '=', name)
        .execute();
    },

    async take(key, name, id) {
      const taken = await db
        .deleteFrom('timers')
        .where('conversation', '=', key)
        .where('name', '=', name)
        .where('id', '=', id)
        .executeTakeFirst();
      return taken.numDeletedRows > 0n;
    },

    async due(now, limit) {
      const rows = await db
        .selectFrom('timers')
        .innerJoin('conversations', 'conversations.key', 'timers.conversation')
        .select(['timers.id', 'timers.name', 'timers.attempts', 'conversations.id as conversation'])
        .where('timers.due_at', '<=', now)
        .orderBy('timers.due_at')
        .limit(limit)
        .execute();
      return rows.map(({ id, name, attempts, conversation }) => ({
        id,
        name,
        attempts,
        conversationId: conversation,
      }));
    },

    async postpone({ conversationId, name, id }, dueAt) {
      await db
        .updateTable('timers')
        .set((row) => ({ due_at: dueAt, attempts: row('attempts', '+', 1) }))
        .where('conversation', '=', keyOf(conversationId))
        .where('name', '=', name)
        .where('id', '=', id)
        .execute();
    },

    async drop({ conversationId, name, id }) {
      await db
        .deleteFrom('timers')
        .where('conversation', '=', keyOf(conversationId))
        .where('name', '=', name)
        .where('id', '=', id)
        .execute();
    },
  };
}
