import { and, not, stateIn } from 'xstate';
import { answered, leftOpen, unknown } from '../advance';
import type { Context } from '../context';
import type { Kit } from '../machine-kit';
import type { Script } from '../script';
import { freshCheck, lead, note, preface, say } from './blocks';
import { intake } from './intake';
import { outcome, adviceDue, advised } from './outcome';
import { followUp, rating, resting } from './follow-up';
import { selfCare } from './self-care';
import { screening } from './screening';
import { inviting, menu, starting } from './welcome';

interface Scope {
  readonly context: Context;
}

/** What the conversation is about, with what is possible wherever it stands. */
export function topic(kit: Kit, script: Script) {
  const advance = {
    type: 'note' as const,
    params: ({ context }: Scope) => answered(script, context),
  };
  const letGo = {
    type: 'note' as const,
    params: ({ context }: Scope) => unknown(script, context),
  };
  const explained = {
    type: 'note' as const,
    params: ({ context }: Scope): Partial<Context> => ({
      explained: [...context.explained, context.asking?.id ?? ''],
    }),
  };
  const inIntake = stateIn({ topic: 'intake' });

  return kit.createStateConfig({
    initial: 'starting',
    states: {
      starting: starting(kit),
      menu: menu(kit),
      inviting: inviting(kit),
      intake: intake(kit, script),
      screening: screening(kit, script),
      outcome: outcome(kit, script),
      adviceDue: adviceDue(kit, script),
      advised: advised(kit),
      selfCare: selfCare(kit, script),
      followUp: followUp(kit),
      rating: rating(kit),
      resting: resting(kit),
    },
    on: {
      CRISIS_FOUND: '.advised',
      EMERGENCY_FOUND: '.advised',
      URGENT_FOUND: [{ guard: 'checksDone', target: '.advised' }, { target: '.screening' }],
      SOON_FOUND: [
        { guard: 'live' },
        { guard: 'checksDone', target: '.adviceDue' },
        { target: '.screening' },
      ],

      ANSWERED: { actions: advance },
      ANSWERED_VAGUELY: [
        { guard: 'askedAfterExplaining', actions: [lead('one-by-one'), letGo] },
        { actions: [lead('which-one'), explained] },
      ],
      DID_NOT_KNOW: [
        { guard: { type: 'asked', params: 'screen' }, actions: [lead('one-by-one'), letGo] },
        { guard: { type: 'asked', params: 'standard' } },
        { guard: { type: 'asked', params: 'sign' }, actions: [lead('noted'), letGo] },
        { actions: [lead('not-knowing-is-fine'), letGo] },
      ],
      SKIPPED: [
        { guard: { type: 'asked', params: 'intake' }, actions: [lead('skipped'), letGo] },
        { guard: { type: 'asked', params: 'detail' }, actions: [lead('skipped'), advance] },
        {
          guard: 'firstSkipOfScreen',
          actions: [
            {
              type: 'explainWhy',
              params: ({ context }) => ({ asking: context.asking }),
            },
            preface('please-answer'),
            explained,
          ],
        },
        { guard: { type: 'asked', params: 'screen' }, actions: insists(kit, script) },
        { guard: { type: 'asked', params: 'sign' }, actions: insists(kit, script) },
        { guard: { type: 'asked', params: 'caution' }, actions: letGo },
        { actions: lead('nothing-to-skip') },
      ],
      BACK_WANTED: { actions: say('no-way-back') },

      CHECK_WANTED: [
        { guard: inIntake, actions: preface('already-checking') },
        { guard: stateIn({ topic: 'screening' }), actions: preface('already-checking') },
        { guard: 'toldEmergency', actions: say('emergency-first') },
        { guard: 'toldNothing', target: '.intake', actions: preface('check-begins') },
        { guard: not('checksDone'), target: '.screening', actions: preface('check-goes-on') },
        {
          target: '.intake',
          actions: [
            { type: 'note', params: ({ context }) => freshCheck(context) },
            preface('check-begins-again'),
          ],
        },
      ],
      QUESTION_WANTED: { target: '.inviting' },
      HUMAN_WANTED: [
        { guard: 'toldEmergency', target: '.advised' },
        { guard: and(['toldGrave', 'checksDone']), target: '.advised' },
        { guard: 'checksDone' },
        { target: '.screening', actions: preface('checks-while-waiting') },
      ],
      CLINICIAN_ACCEPTED: [
        { guard: 'toldEmergency', target: '.advised' },
        { guard: 'checksDone' },
        { target: '.screening', actions: preface('checks-while-waiting') },
      ],
      CANCELLED: { guard: 'asideNone', target: '.menu' },
      SAID_BYE: { target: '.resting', actions: [farewell] },
      CASE_RESOLVED: { target: '.rating', actions: say('clinician-done') },
      CASE_RETURNED: { target: '.menu', actions: say('clinician-returned') },
      RESTARTED: { target: '.menu', actions: lead('restarted') },
      ERASED: '.starting',
      TIMER_RANG: {
        guard: and([
          ({ event }) => event.name === 'follow-up',
          not('live'),
          not('toldGrave'),
          not(inIntake),
          not(stateIn({ topic: 'screening' })),
        ]),
        target: '.followUp',
        actions: note({ due: true }),
      },
    },
  });
}

/** A goodbye never leaves out what the person must still do. */
const farewell = {
  type: 'say' as const,
  params: ({ context }: Scope) => ({ phrase: `bye-${context.told ?? 'none'}` }),
};

/** Signs that somebody will not talk about are doubts: they weigh, but are not claimed. */
function insists(kit: Kit, script: Script) {
  return [
    kit.enqueueActions(({ context, enqueue }) => {
      const left = leftOpen(script, context);
      const grave = left.some((id) => script.pack.rules.get(id)?.tier === 'emergency');
      const doubts = [...context.doubts, ...left];
      const after = { ...context, doubts };
      enqueue({ type: 'note', params: { doubts, ...answered(script, after) } });
      enqueue({ type: 'lead', params: { phrase: 'skipped-check' } });
      if (grave && context.told !== 'urgent' && context.told !== 'emergency') {
        enqueue.raise({ type: 'URGENT_FOUND' });
      }
    }),
  ];
}
