import type { Kysely } from 'kysely';
import type { Tables } from './schema';

/** Deletes what `erase` left and what is due. Returns how many conversations that were. */
export async function purgeErased(db: Kysely<Tables>, now: string, limit: number): Promise<number> {
  const rows = await db
    .selectFrom('conversations')
    .select(['key', 'farewell_seq', 'erased_at'])
    .where('purge_at', '<=', now)
    .limit(limit)
    .execute();
  for (const { key, farewell_seq, erased_at } of rows) {
    const farewell = farewell_seq ?? 0;
    for (const table of ['log', 'outbox'] as const)
      await db
        .deleteFrom(table)
        .where('conversation', '=', key)
        .where('seq', '<=', farewell)
        .execute();
    await db
      .deleteFrom('inputs')
      .where('conversation', '=', key)
      .where('last_seq', '<=', farewell)
      .execute();
    const person = erased_at === null ? {} : { user_id: '', user_name: null, reference: null };
    await db
      .updateTable('conversations')
      .set({ purge_at: null, farewell_seq: null, ...person })
      .where('key', '=', key)
      .execute();
  }
  return rows.length;
}
