import type { Kysely } from 'kysely';
import type { Clinicians } from '../ports/clinicians';
import type { Clock } from '../ports/clock';
import { AppError } from '../ports/errors';
import type { Tables } from './schema';

/** Local accounts. A disabled one has no password and no session. */
export function clinicianAccounts(db: Kysely<Tables>, clock: Clock): Clinicians {
  return {
    async add(name, passwordHash) {
      const added = await db
        .insertInto('clinicians')
        .values({
          name,
          password_hash: passwordHash,
          disabled: 0,
          created_at: clock.now(),
        })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 0n)
        throw new AppError('conflict', 'There is a clinician of this name already.');
    },

    async list() {
      const rows = await db
        .selectFrom('clinicians')
        .select(['name', 'disabled', 'created_at'])
        .orderBy('name')
        .execute();
      return rows.map((row) => ({
        name: row.name,
        disabled: row.disabled === 1,
        createdAt: row.created_at,
      }));
    },

    async disable(name) {
      return db.transaction().execute(async (within) => {
        await within.deleteFrom('sessions').where('name', '=', name).execute();
        const disabled = await within
          .updateTable('clinicians')
          .set({ disabled: 1 })
          .where('name', '=', name)
          .executeTakeFirst();
        return disabled.numUpdatedRows > 0n;
      });
    },

    async passwordHash(name) {
      const row = await db
        .selectFrom('clinicians')
        .select('password_hash')
        .where('name', '=', name)
        .where('disabled', '=', 0)
        .executeTakeFirst();
      return row?.password_hash ?? null;
    },

    async openSession(tokenHash, name, expiresAt) {
      await db.deleteFrom('sessions').where('expires_at', '<=', clock.now()).execute();
      await db
        .insertInto('sessions')
        .values({ token_hash: tokenHash, name, expires_at: expiresAt })
        .execute();
    },

    async session(tokenHash, now) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('clinicians', 'clinicians.name', 'sessions.name')
        .select('sessions.name')
        .where('sessions.token_hash', '=', tokenHash)
        .where('sessions.expires_at', '>', now)
        .where('clinicians.disabled', '=', 0)
        .executeTakeFirst();
      return row ? { name: row.name } : null;
    },

    async closeSession(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
  };
}
