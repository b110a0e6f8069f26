import { and } from 'xstate';
import { backIsIntake, stepBack } from '../advance';
import type { Kit } from '../machine-kit';
import { nextCheck } from '../progress';
import type { Script } from '../script';
import { asks, lead, say } from './blocks';

/** The warning signs: details of what stands, screens, single signs where somebody could not tell. */
export function screening(kit: Kit, script: Script) {
  return kit.createStateConfig({
    always: { guard: 'mayEndChecks', target: 'outcome' },
    on: {
      SYMPTOM_TOLD: { actions: lead('noted') },
      QUESTION_WANTED: { actions: lead('ask-away') },
      CANCELLED: [
        { guard: and(['asideNone', 'graveUntold']), target: 'outcome' },
        { guard: 'asideNone', target: 'menu', actions: lead('check-stopped') },
      ],
      SAID_BYE: [
        { guard: 'graveUntold', target: 'outcome' },
        { target: 'resting', actions: say('bye-unfinished') },
      ],
      BACK_WANTED: [
        {
          guard: and([
            'canGoBack',
            'toldNothing',
            ({ context }) => backIsIntake(script, context) && context.signs.length === 0,
          ]),
          target: 'intake',
          actions: [
            { type: 'note', params: ({ context }) => stepBack(script, context) },
            lead('back'),
          ],
        },
        {
          guard: ({ context }) => context.signs.length > 0,
          actions: [{ type: 'note', params: { signs: [] } }, lead('back')],
        },
        {
          guard: ({ context }) => context.trail.length > 0 && !backIsIntake(script, context),
          actions: [
            { type: 'note', params: ({ context }) => stepBack(script, context) },
            lead('back'),
          ],
        },
        { actions: lead('first-question') },
      ],
      TURN_ENDED: {
        guard: 'checkMayAsk',
        actions: asks((context) => nextCheck(script, context) ?? { id: '', sort: 'screen' }),
      },
    },
  });
}
