import type { Input } from '../../dialogs';
import type { Case, Cases } from '../ports/cases';
import type { Clock } from '../ports/clock';
import { AppError } from '../ports/errors';
import type { Signals } from '../ports/signals';
import type { CaseChange, Store } from '../ports/store';
import type { TakeTurn } from './take-turn';

const notYours = (): AppError =>
  new AppError('case-not-yours', 'This case is not with you at the moment.');

/** The clinicians' door to the cases. Each change is committed together with the turn that tells the person. */
export function createCases(parts: {
  readonly store: Store;
  readonly takeTurn: TakeTurn;
  readonly clock: Clock;
  readonly signals: Signals;
  readonly queueChanged: () => void;
}): Cases {
  const { store, takeTurn, clock, signals, queueChanged } = parts;

  const need = async (caseId: string): Promise<Case> => {
    const found = await store.cases.find(caseId);
    if (!found) throw new AppError('case-not-found', 'There is no such case.');
    return found;
  };

  /** Takes the case out of this clinician's hands, once. */
  async function hand(
    caseId: string,
    clinician: string,
    input: Input,
    change: (now: string) => CaseChange,
  ): Promise<void> {
    const { conversationId } = await need(caseId);
    await takeTurn(
      conversationId,
      { id: `case:${caseId}:${input.type}:${clock.newId()}`, input },
      async (unit, _opened, now) => {
        const where = { status: 'claimed', claimedBy: clinician } as const;
        if (!(await unit.cases.change(caseId, where, change(now)))) throw notYours();
        return true;
      },
    );
    signals.publish({ type: 'cases' });
  }

  return {
    async list(clinician) {
      return {
        waiting: await store.cases.waiting(),
        own: await store.cases.claimedBy(clinician),
      };
    },

    find: (caseId) => store.cases.find(caseId),

    async claim(caseId, clinician) {
      const found = await need(caseId);
      if (found.status === 'claimed' && found.claimedBy === clinician) return found;
      await takeTurn(
        found.conversationId,
        {
          id: `case:${caseId}:claimed:${clock.newId()}`,
          input: { type: 'claimed', clinician },
        },
        async (unit, _opened, now) => {
          const claimed = await unit.cases.change(
            caseId,
            { status: 'waiting' },
            {
              status: 'claimed',
              claimedBy: clinician,
              claimedAt: now,
              toldPosition: null,
              toldMinutes: null,
            },
          );
          if (!claimed) throw new AppError('case-taken', 'This person is not waiting any more.');
          return true;
        },
      );
      signals.publish({ type: 'cases' });
      queueChanged();
      return need(caseId);
    },

    async reply(caseId, clinician, inputId, text) {
      const { conversationId } = await need(caseId);
      await takeTurn(
        conversationId,
        { id: `desk:${caseId}:${inputId}`, input: { type: 'clinicianSaid', clinician, text } },
        async (unit) => {
          const current = await unit.cases.find(caseId);
          if (current?.status !== 'claimed' || current.claimedBy !== clinician) throw notYours();
          return true;
        },
      );
    },

    resolve: (caseId, clinician, note) =>
      hand(
        caseId,
        clinician,
        { type: 'resolved', clinician, ...(note === undefined ? {} : { note }) },
        (now) => ({ status: 'resolved', closedAt: now, note: note ?? null }),
      ),

    returnToBot: (caseId, clinician) =>
      hand(caseId, clinician, { type: 'returned', clinician }, (now) => ({
        status: 'returned',
        closedAt: now,
      })),

    async release(caseId, clinician) {
      await hand(caseId, clinician, { type: 'released' }, () => ({
        status: 'waiting',
        claimedBy: null,
        claimedAt: null,
      }));
      queueChanged();
    },
  };
}
