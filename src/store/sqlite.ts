import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  sql,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import Libsql from 'libsql';
import type { StoreDialect } from './dialect';

const settings = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  // What people ask us to erase is overwritten, not only unlinked.
  'secure_delete = ON',
  // A checkpoint every 1,000 pages, the default, stalls one turn in a hundred for 4 to 8 ms.
  'wal_autocheckpoint = 4000',
];

/** Takes the write lock at once: a transaction that reads first could otherwise fail when it writes. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }
}

/** SQLite in a file, made with its folder when it is missing; `:memory:` keeps everything in memory. */
export function sqliteDialect(path: string): StoreDialect {
  const inMemory = path === ':memory:';
  const file = inMemory ? path : resolve(path);
  if (!inMemory) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Libsql(file);
  for (const setting of settings) database.pragma(setting);
  return {
    kysely: new ImmediateDialect({ database: withKeptStatements(database) }),
    countingKey: { type: 'integer', complete: (column) => column.primaryKey().autoIncrement() },
    bytes: 'blob',
    lockRows: (query) => query,
    async wipe(db) {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
  };
}

type KyselyDatabase = Exclude<SqliteDialectConfig['database'], () => Promise<unknown>>;

/** Prepares each statement once. Our statements are a fixed set, but for the number of rows inserted. */
function withKeptStatements(database: Libsql.Database): KyselyDatabase {
  const kept = new Map<string, ReturnType<KyselyDatabase['prepare']>>();
  return {
    prepare(source) {
      const known = kept.get(source);
      if (known) return known;
      const statement = database.prepare(source);
      const prepared = {
        reader: statement.reader,
        all: (parameters: readonly unknown[]) => statement.all([...parameters]),
        run: (parameters: readonly unknown[]) => statement.run([...parameters]),
        iterate: (parameters: readonly unknown[]) => statement.iterate([...parameters]),
      };
      // Schema changes come in unbounded variety and would spoil kept statements.
      if (kept.size < 500 && /^(select|insert|update|delete)\b/.test(source))
        kept.set(source, prepared);
      return prepared;
    },
    close() {
      kept.clear();
      // Left to itself, the write-ahead log stays behind with whatever was deleted since.
      database.pragma('wal_checkpoint(truncate)');
      database.close();
    },
  };
}
