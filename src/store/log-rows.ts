import type { Kysely } from 'kysely';
import type { LogEntry } from '../ports/log';
import type { LogRows } from '../ports/store';
import { entryId } from '../ports/log';
import { parseAuthor, parseBody } from './json';
import type { Tables } from './schema';

export function logRows(db: Kysely<Tables>): LogRows {
  return {
    async append(key, entries) {
      if (entries.length === 0) return;
      await db
        .insertInto('log')
        .values(
          entries.map((entry) => ({
            conversation: key,
            seq: entry.seq,
            at: entry.at,
            author: JSON.stringify(entry.author),
            input_id: entry.inputId,
            body: JSON.stringify(entry.body),
          })),
        )
        .execute();
    },

    async range(conversationId, afterSeq, limit, lastSeq = maxSeq) {
      const rows = await db
        .selectFrom('log')
        .select(['seq', 'at', 'author', 'input_id', 'body'])
        .where('conversation', '=', (query) =>
          query.selectFrom('conversations').select('key').where('id', '=', conversationId),
        )
        .where('seq', '>', afterSeq)
        .where('seq', '<=', lastSeq)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map((row): LogEntry => ({
        seq: row.seq,
        id: entryId(conversationId, row.seq),
        at: row.at,
        author: parseAuthor(row.author),
        inputId: row.input_id,
        body: parseBody(row.body),
      }));
    },
  };
}

/** The largest integer of 32 bits, the widest that every database of ours takes. */
const maxSeq = 2_147_483_647;
