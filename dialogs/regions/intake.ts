import { and } from 'xstate';
import { stepBack } from '../advance';
import type { Kit } from '../machine-kit';
import { nextIntake } from '../progress';
import type { Script } from '../script';
import { asks, lead, preface } from './blocks';

/** The questions about the pain, each asked only when its answer is not known. */
export function intake(kit: Kit, script: Script) {
  return kit.createStateConfig({
    always: { guard: 'mayEndIntake', target: 'screening', actions: preface('screening-begins') },
    on: {
      SYMPTOM_TOLD: { actions: lead('noted') },
      QUESTION_WANTED: { actions: lead('ask-away') },
      CANCELLED: [
        { guard: and(['asideNone', 'graveUntold']), target: 'outcome' },
        { guard: 'asideNone', target: 'menu', actions: lead('check-stopped') },
      ],
      SAID_BYE: [
        { guard: 'graveUntold', target: 'outcome' },
        { target: 'resting', actions: bye },
      ],
      BACK_WANTED: [
        {
          guard: 'canGoBack',
          actions: [
            { type: 'note', params: ({ context }) => stepBack(script, context) },
            lead('back'),
          ],
        },
        { actions: lead('first-question') },
      ],
      TURN_ENDED: {
        guard: 'topicMayAsk',
        actions: asks((context) => ({ id: nextIntake(script, context)?.id ?? '', sort: 'intake' })),
      },
    },
  });
}

const bye = { type: 'say' as const, params: { phrase: 'bye-unfinished' } };
