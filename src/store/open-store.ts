import { Kysely, Migrator, sql } from 'kysely';
import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import type { Store, StoreUnit } from '../ports/store';
import { caseRows } from './case-rows';
import { clinicianAccounts } from './clinicians';
import { conversationRows } from './conversation-rows';
import type { StoreDialect } from './dialect';
import { logRows } from './log-rows';
import { migrationsFor } from './migrations';
import { outboxRows } from './outbox-rows';
import { purgeErased } from './purge-erased';
import type { Tables } from './schema';
import { sqliteDialect } from './sqlite';
import { timerRows } from './timer-rows';
import { uploadRows } from './upload-rows';

/** A store that is open, with the accounts that live in it. */
export interface OpenedStore extends Store {
  readonly clinicians: Clinicians;
}

/** Opens the store that the URL names, and brings its tables up to date. */
export async function openStore(url: string, clock: Clock): Promise<OpenedStore> {
  const dialect = dialectOf(url);
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  await migrate(db, dialect);
  return {
    ...unitOf(db, dialect),
    clinicians: clinicianAccounts(db, clock),
    transaction: (work) => db.transaction().execute((within) => work(unitOf(within, dialect))),
    async purgeErased(now, limit) {
      const purged = await db.transaction().execute((within) => purgeErased(within, now, limit));
      if (purged > 0) await dialect.wipe(db);
      return purged;
    },
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

function dialectOf(url: string): StoreDialect {
  if (url.startsWith('sqlite:')) return sqliteDialect(url.slice('sqlite:'.length));
  throw new Error('only sqlite: URLs can be opened');
}

async function migrate(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  const migrator = new Migrator({ db, provider: migrationsFor(dialect) });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error('the tables of the store could not be brought up to date', { cause: error });
  }
}

function unitOf(db: Kysely<Tables>, dialect: StoreDialect): StoreUnit {
  return {
    conversations: conversationRows(db, dialect),
    log: logRows(db),
    cases: caseRows(db),
    timers: timerRows(db),
    outbox: outboxRows(db),
    uploads: uploadRows(db),
  };
}
