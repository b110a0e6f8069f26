import type { Kysely } from 'kysely';
import type { UploadRows } from '../ports/store';
import type { Tables } from './schema';

export function uploadRows(db: Kysely<Tables>): UploadRows {
  return {
    async put(key, attachment, content, now) {
      await db
        .insertInto('uploads')
        .values({
          conversation: key,
          id: attachment.id,
          name: attachment.name,
          content_type: attachment.contentType,
          bytes: attachment.bytes,
          at: now,
          content,
        })
        .onConflict((conflict) => conflict.columns(['conversation', 'id']).doNothing())
        .execute();
    },

    async find(conversationId, attachmentId) {
      const row = await db
        .selectFrom('uploads')
        .innerJoin('conversations', 'conversations.key', 'uploads.conversation')
        .select([
          'uploads.id',
          'uploads.name',
          'uploads.content_type',
          'uploads.bytes',
          'uploads.content',
        ])
        .where('conversations.id', '=', conversationId)
        .where('uploads.id', '=', attachmentId)
        .executeTakeFirst();
      if (!row) return null;
      const { id, name, content_type, bytes, content } = row;
      return {
        attachment: { id, name, contentType: content_type, bytes },
        content: content instanceof ArrayBuffer ? Buffer.from(content) : Buffer.from(content),
      };
    },
  };
}
