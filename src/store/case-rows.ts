import type { Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { tierSchema } from '../../knowledge';
import type { CaseRows, QueuedCase } from '../ports/store';
import { parseOutcome } from './json';
import type { Tables } from './schema';

const statusSchema = z.enum(['waiting', 'claimed', 'resolved', 'returned', 'left']);
const nullableTier = tierSchema.nullable();
const ranks = { emergency: 0, urgent: 1, soon: 2, 'self-care': 3 } as const;
const rankOf = (tier: keyof typeof ranks | null): number => (tier === null ? 3 : ranks[tier]);

type CaseRow = Selectable<Tables['cases']> & { readonly conversation_id: string };

const byUrgency = <O>(query: SelectQueryBuilder<Tables, 'cases' | 'conversations', O>) =>
  query.orderBy('cases.tier_rank').orderBy('cases.opened_at').orderBy('cases.id');

export function caseRows(db: Kysely<Tables>): CaseRows {
  const select = () =>
    db
      .selectFrom('cases')
      .innerJoin('conversations', 'conversations.key', 'cases.conversation')
      .selectAll('cases')
      .select('conversations.id as conversation_id');

  const position = async (row: CaseRow): Promise<number> => {
    const ahead = await db
      .selectFrom('cases')
      .select((query) => query.fn.countAll<number | string>().as('count'))
      .where('status', '=', 'waiting')
      .where((query) =>
        query(
          query.refTuple('tier_rank', 'opened_at', 'id'),
          '<',
          query.tuple(row.tier_rank, row.opened_at, row.id),
        ),
      )
      .executeTakeFirstOrThrow();
    return Number(ahead.count) + 1;
  };

  const withPosition = async (row: CaseRow | undefined): Promise<QueuedCase | null> =>
    row ? toCase(row, row.status === 'waiting' ? await position(row) : null) : null;

  return {
    async insert(fresh) {
      await db
        .insertInto('cases')
        .values({
          id: fresh.id,
          conversation: fresh.key,
          tier: fresh.tier,
          tier_rank: rankOf(fresh.tier),
          reason: fresh.reason,
          outcome: JSON.stringify(fresh.outcome),
          status: 'waiting',
          opened_at: fresh.openedAt,
          claimed_by: null,
          claimed_at: null,
          closed_at: null,
          note: null,
          person_name: fresh.personName,
          channel: fresh.channel,
          revision: 1,
          told_position: null,
          told_minutes: null,
        })
        .execute();
    },

    async find(id) {
      return withPosition(await select().where('cases.id', '=', id).executeTakeFirst());
    },

    async openOf(key) {
      return withPosition(
        await select()
          .where('cases.conversation', '=', key)
          .where('cases.status', 'in', ['waiting', 'claimed'])
          .executeTakeFirst(),
      );
    },

    async waiting() {
      const rows = await byUrgency(select().where('cases.status', '=', 'waiting')).execute();
      return rows.map((row, index) => toCase(row, index + 1));
    },

    async claimedBy(clinician) {
      const rows = await byUrgency(
        select().where('cases.status', '=', 'claimed').where('cases.claimed_by', '=', clinician),
      ).execute();
      return rows.map((row) => toCase(row, null));
    },

    async change(id, where, change) {
      let query = db
        .updateTable('cases')
        .set((row) => ({
          revision: row('revision', '+', 1),
          ...(change.status === undefined ? {} : { status: change.status }),
          ...(change.tier === undefined
            ? {}
            : { tier: change.tier, tier_rank: rankOf(change.tier) }),
          ...(change.outcome === undefined ? {} : { outcome: JSON.stringify(change.outcome) }),
          ...(change.claimedBy === undefined ? {} : { claimed_by: change.claimedBy }),
          ...(change.claimedAt === undefined ? {} : { claimed_at: change.claimedAt }),
          ...(change.closedAt === undefined ? {} : { closed_at: change.closedAt }),
          ...(change.note === undefined ? {} : { note: change.note }),
          ...(change.toldPosition === undefined ? {} : { told_position: change.toldPosition }),
          ...(change.toldMinutes === undefined ? {} : { told_minutes: change.toldMinutes }),
        }))
        .where('id', '=', id)
        .where('status', '=', where.status);
      if (where.claimedBy !== undefined) query = query.where('claimed_by', '=', where.claimedBy);
      if (where.revision !== undefined) query = query.where('revision', '=', where.revision);
      const changed = await query.executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async recentHandling(limit) {
      const rows = await db
        .selectFrom('cases')
        .select(['claimed_at', 'closed_at'])
        .where('closed_at', 'is not', null)
        .where('claimed_at', 'is not', null)
        .orderBy('closed_at', 'desc')
        .limit(limit)
        .execute();
      return rows.flatMap(({ claimed_at, closed_at }) =>
        claimed_at === null || closed_at === null
          ? []
          : [{ claimedAt: claimed_at, closedAt: closed_at }],
      );
    },
  };
}

function toCase(row: CaseRow, position: number | null): QueuedCase {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    tier: nullableTier.parse(row.tier),
    reason: row.reason,
    outcome: parseOutcome(row.outcome),
    status: statusSchema.parse(row.status),
    openedAt: row.opened_at,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    closedAt: row.closed_at,
    personName: row.person_name,
    channel: row.channel,
    position,
    revision: row.revision,
    toldPosition: row.told_position,
    toldMinutes: row.told_minutes,
  };
}
