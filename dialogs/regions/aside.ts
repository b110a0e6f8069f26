import { and, not, stateIn } from 'xstate';
import type { Found } from '../../knowledge';
import { freshContext, type Context } from '../context';
import type { Kit } from '../machine-kit';
import { assess } from '../assessment';
import { standingFlags } from '../progress';
import { nextCaution } from '../remedies';
import type { Script } from '../script';
import {
  answering,
  asks,
  freshCheck,
  lead,
  note,
  preface,
  say,
  showsRemedies,
  standard,
} from './blocks';

/** What starting over forgets; what was told or is grave is kept, so that no advice slips past it. */
function startOver(script: Script, context: Context): Partial<Context> {
  const judged = assess(script, context).flags;
  const kept = standingFlags(script, context).filter(
    ({ id }) =>
      context.toldFlags.includes(id) ||
      judged.some((flag) => flag.id === id && flag.tier !== 'soon'),
  );
  return {
    ...freshCheck(context),
    slots: {},
    answered: [],
    flags: kept.map((flag) => ({ ...flag, question: null })),
    confirm: [],
    held: null,
    offer: null,
    misses: 0,
  };
}

function heldAnswer({ held }: Context): Found {
  const best =
    held?.kind === 'answer'
      ? { id: held.id, confidence: held.confidence }
      : { id: '', confidence: 0 };
  return { kind: 'sure', best };
}

const firstToConfirm = (context: Context): string => context.confirm[0]?.id ?? '';

/** Questions that come between: they are answered first, then the topic goes on where it was. */
export function aside(kit: Kit, script: Script) {
  const closed = { target: 'none' } as const;

  const none = kit.createStateConfig({
    // An offer that was pushed aside by something else is made again.
    always: {
      guard: and([({ context }) => context.offer !== null, stateIn({ care: 'alone' })]),
      target: 'offering',
    },
  });

  const confirmingSign = kit.createStateConfig({
    always: { guard: ({ context }) => context.confirm.length === 0, target: 'none' },
    on: {
      TURN_ENDED: {
        guard: 'questionDue',
        actions: asks((context) => ({ id: firstToConfirm(context), sort: 'confirm' })),
      },
    },
  });

  const declined = {
    target: 'none',
    actions: [
      {
        type: 'say',
        params: ({ context }: { context: Context }) => ({
          phrase: `declined-${context.told ?? 'none'}`,
        }),
      },
      note({ offer: null }),
    ],
  } as const;

  const offering = kit.createStateConfig({
    always: {
      guard: not(stateIn({ care: 'alone' })),
      target: 'none',
      actions: note({ offer: null }),
    },
    on: {
      TURN_ENDED: { guard: 'offerMayAsk', actions: standard('offer-clinician') },
      SAID_YES: { actions: kit.raise({ type: 'CLINICIAN_ACCEPTED' }) },
      SAID_NO: declined,
      SKIPPED: declined,
      CANCELLED: declined,
      DID_NOT_KNOW: { actions: lead('offer-explained') },
    },
  });

  const confirmingRestart = kit.createStateConfig({
    on: {
      TURN_ENDED: { guard: 'questionDue', actions: standard('restart') },
      SAID_YES: {
        target: 'none',
        actions: [
          { type: 'note', params: ({ context }) => startOver(script, context) },
          kit.raise({ type: 'RESTARTED' }),
        ],
      },
      SAID_NO: { ...closed, actions: preface('go-on') },
      DID_NOT_KNOW: { ...closed, actions: preface('go-on') },
      CANCELLED: { ...closed, actions: preface('go-on') },
      CHECK_WANTED: closed,
    },
  });

  const confirmingErase = kit.createStateConfig({
    on: {
      TURN_ENDED: { guard: 'questionDue', actions: standard('erase') },
      SAID_YES: [
        {
          // The line is left before everything that could be told about it is gone.
          guard: not(stateIn({ care: 'alone' })),
          actions: [
            { type: 'closeCase', params: { reason: 'erased' } },
            kit.raise({ type: 'ERASED' }),
          ],
        },
        { actions: kit.raise({ type: 'ERASED' }) },
      ],
      SAID_NO: { ...closed, actions: lead('not-erased') },
      DID_NOT_KNOW: { ...closed, actions: lead('not-erased') },
      CANCELLED: { ...closed, actions: lead('not-erased') },
    },
  });

  const offeringCheck = kit.createStateConfig({
    on: {
      TURN_ENDED: { guard: 'questionDue', actions: standard('check-again') },
      SAID_YES: { ...closed, actions: kit.raise({ type: 'CHECK_WANTED' }) },
      CHECK_WANTED: closed,
      SAID_NO: { ...closed, actions: lead('as-you-like') },
      DID_NOT_KNOW: { ...closed, actions: lead('as-you-like') },
      CANCELLED: { ...closed, actions: lead('as-you-like') },
      SKIPPED: { ...closed, actions: lead('as-you-like') },
    },
  });

  const askingCautions = kit.createStateConfig({
    always: [
      {
        guard: ({ context }) =>
          nextCaution(script, context) === null && context.held?.kind === 'answer',
        target: 'none',
        actions: [
          {
            type: 'answer',
            params: ({ context }) => answering(script, context, heldAnswer(context)),
          },
          note({ held: null }),
        ],
      },
      {
        guard: ({ context }) => nextCaution(script, context) === null,
        target: 'none',
        actions: [note({ held: null }), ...showsRemedies(script, () => 'medicine')],
      },
    ],
    on: {
      TURN_ENDED: {
        guard: 'questionDue',
        actions: asks((context) => ({ id: nextCaution(script, context) ?? '', sort: 'caution' })),
      },
      CANCELLED: { ...closed, actions: [note({ held: null }), preface('go-on')] },
    },
  });

  return kit.createStateConfig({
    initial: 'none',
    states: {
      none,
      confirmingSign,
      offering,
      confirmingRestart,
      confirmingErase,
      offeringCheck,
      askingCautions,
    },
    on: {
      CRISIS_FOUND: { target: '.none', actions: note({ held: null }) },
      EMERGENCY_FOUND: { target: '.none', actions: note({ held: null }) },
      CLINICIAN_OFFERED: {
        guard: 'alone',
        target: '.offering',
        actions: [{ type: 'note', params: ({ event }) => ({ offer: event.reason, held: null }) }],
      },
      READBACK_NEEDED: '.confirmingSign',
      CAUTIONS_NEEDED: '.askingCautions',
      CHECK_OFFERED: '.offeringCheck',
      RESTART_WANTED: [
        { guard: 'somethingToLose', target: '.confirmingRestart' },
        { target: '.none', actions: kit.raise({ type: 'RESTARTED' }) },
      ],
      ERASE_WANTED: '.confirmingErase',
      ERASED: {
        target: '.none',
        actions: [
          say('erased'),
          { type: 'unschedule', params: { timer: 'silence' } },
          { type: 'erase', params: {} },
          note(freshContext()),
        ],
      },
      CLAIMED: { target: '.none', actions: note({ held: null, confirm: [], offer: null }) },
      CASE_RESOLVED: '.none',
      CASE_RETURNED: '.none',
    },
  });
}
