import type { ColumnDefinitionBuilder, Kysely, Migration, MigrationProvider } from 'kysely';
import type { StoreDialect } from './dialect';

/** Each migration once, for ever, in the order of their names. What was released is never edited. */
export function migrationsFor(dialect: StoreDialect): MigrationProvider {
  const migrations: Record<string, Migration> = {
    '0001-first-tables': { up: (db) => firstTables(db, dialect) },
  };
  return { getMigrations: () => Promise.resolve(migrations) };
}

async function firstTables(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  const { countingKey, bytes } = dialect;
  await db.schema
    .createTable('conversations')
    .addColumn('key', countingKey.type, countingKey.complete)
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('user_name', 'text')
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('reference', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('active_at', 'text', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addColumn('envelope', 'text')
    .addColumn('erased_at', 'text')
    .addColumn('purge_at', 'text')
    .addColumn('farewell_seq', 'integer')
    .execute();
  // Retention deletes by age.
  await index(db, 'conversations', ['active_at']);
  await db.schema
    .createIndex('conversations_to_purge')
    .on('conversations')
    .column('purge_at')
    .where('purge_at', 'is not', null)
    .execute();

  await db.schema
    .createTable('inputs')
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('first_seq', 'integer', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('inputs_key', ['conversation', 'id'])
    .execute();

  await db.schema
    .createTable('log')
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('input_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_key', ['conversation', 'seq'])
    .execute();

  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('tier', 'text')
    .addColumn('tier_rank', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('note', 'text')
    .addColumn('person_name', 'text')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('told_position', 'integer')
    .addColumn('told_minutes', 'integer')
    .execute();
  await index(db, 'cases', ['status', 'tier_rank', 'opened_at', 'id']);
  await index(db, 'cases', ['conversation', 'status']);
  await index(db, 'cases', ['closed_at']);

  await db.schema
    .createTable('timers')
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('timers_key', ['conversation', 'name'])
    .execute();
  await index(db, 'timers', ['due_at']);

  await db.schema
    .createTable('outbox')
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('sent_id', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['conversation', 'seq'])
    .execute();
  await index(db, 'outbox', ['status', 'next_at']);

  await db.schema
    .createTable('uploads')
    .addColumn('conversation', 'integer', ownedByConversation)
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content_type', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('content', bytes === 'blob' ? 'blob' : 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('uploads_key', ['conversation', 'id'])
    .execute();

  await db.schema
    .createTable('clinicians')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('disabled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().references('clinicians.name'))
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await index(db, 'sessions', ['name']);

  await db.schema
    .createTable('meta')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

function ownedByConversation(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().references('conversations.key').onDelete('cascade');
}

async function index(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex([table, 'by', ...columns].join('_'))
    .on(table)
    .columns([...columns])
    .execute();
}
