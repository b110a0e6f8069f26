import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Conversation } from '../ports/conversations';
import type { ConversationRows } from '../ports/store';
import type { StoreDialect } from './dialect';
import { parseEnvelope, parseUnknown } from './json';
import type { Tables } from './schema';

const channelSchema = z.enum(['directline', 'teams', 'azure']);

export function conversationRows(db: Kysely<Tables>, dialect: StoreDialect): ConversationRows {
  const find = async (id: string): Promise<Conversation | null> => {
    const row = await db
      .selectFrom('conversations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? toConversation(row) : null;
  };

  return {
    find,

    async open(conversation, now) {
      const person = {
        user_id: conversation.userId,
        user_name: conversation.userName ?? null,
        locale: conversation.locale,
        region: conversation.region,
        reference: toJson(conversation.reference),
      };
      await db
        .insertInto('conversations')
        .values({
          id: conversation.id,
          channel: conversation.channel,
          ...person,
          created_at: now,
          active_at: now,
          last_seq: 0,
          envelope: null,
          erased_at: null,
          purge_at: null,
          farewell_seq: null,
        })
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet(person)
            .where('conversations.erased_at', 'is not', null)
            .where('conversations.user_id', '=', ''),
        )
        .execute();
      const stored = await find(conversation.id);
      if (!stored) throw new Error('a conversation vanished while it was opened');
      return stored;
    },

    async key(id) {
      const row = await db
        .selectFrom('conversations')
        .select('key')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.key ?? null;
    },

    async beginTurn(id, inputId) {
      const row = await dialect
        .lockRows(db.selectFrom('conversations').selectAll().where('id', '=', id))
        .executeTakeFirst();
      if (!row) return null;
      const answered = await db
        .selectFrom('inputs')
        .select(['first_seq', 'last_seq'])
        .where('conversation', '=', row.key)
        .where('id', '=', inputId)
        .executeTakeFirst();
      return {
        key: row.key,
        conversation: toConversation(row),
        envelope: row.envelope === null ? null : parseEnvelope(row.envelope),
        answered: answered ? { firstSeq: answered.first_seq, lastSeq: answered.last_seq } : null,
      };
    },

    async endTurn(key, turn) {
      await db
        .insertInto('inputs')
        .values({
          conversation: key,
          id: turn.inputId,
          at: turn.at,
          first_seq: turn.firstSeq,
          last_seq: turn.lastSeq,
        })
        .execute();
      await db
        .updateTable('conversations')
        .set({
          last_seq: turn.lastSeq,
          active_at: turn.at,
          envelope: turn.envelope === null ? null : JSON.stringify(turn.envelope),
          erased_at: null,
        })
        .where('key', '=', key)
        .execute();
    },

    async setReference(id, reference) {
      const changed = await db
        .updateTable('conversations')
        .set({ reference: toJson(reference) })
        .where('id', '=', id)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async erase(key, farewellSeq, now, purgeAt) {
      for (const table of ['log', 'outbox'] as const)
        await db
          .deleteFrom(table)
          .where('conversation', '=', key)
          .where('seq', '<', farewellSeq)
          .execute();
      for (const table of ['uploads', 'timers', 'cases'] as const)
        await db.deleteFrom(table).where('conversation', '=', key).execute();
      await db
        .updateTable('conversations')
        .set((row) => ({
          envelope: null,
          erased_at: now,
          purge_at: purgeAt,
          farewell_seq: row.ref('last_seq'),
        }))
        .where('key', '=', key)
        .execute();
    },
  };
}

const toJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);

function toConversation(row: Selectable<Tables['conversations']>): Conversation {
  return {
    id: row.id,
    channel: channelSchema.parse(row.channel),
    userId: row.user_id,
    ...(row.user_name === null ? {} : { userName: row.user_name }),
    locale: row.locale,
    region: row.region,
    ...(row.reference === null ? {} : { reference: parseUnknown(row.reference) }),
    createdAt: row.created_at,
    lastSeq: row.last_seq,
    erased: row.erased_at !== null,
  };
}
