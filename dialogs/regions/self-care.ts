import type { Kit } from '../machine-kit';
import { openWishes } from '../remedies';
import type { Script } from '../script';
import { asksNothing, lead, note, say, showsRemedies, standard } from './blocks';

/** What helps, a little at a time. Medicine only after asking what matters for it. */
export function selfCare(kit: Kit, script: Script) {
  return kit.createStateConfig({
    on: {
      REMEDY_WANTED: [
        {
          guard: ({ event }) => event.kind === 'medicine',
          actions: [note({ held: { kind: 'remedies' } }), kit.raise({ type: 'CAUTIONS_NEEDED' })],
        },
        {
          actions: kit.enqueueActions(({ event, enqueue }) => {
            if (event.type !== 'REMEDY_WANTED') return;
            for (const action of showsRemedies(script, () => event.kind)) enqueue(action);
          }),
        },
      ],
      HAD_ENOUGH: {
        target: 'resting',
        actions: {
          type: 'say',
          params: ({ context }) => ({ phrase: `close-${context.told ?? 'none'}` }),
        },
      },
      SYMPTOM_TOLD: { actions: [lead('noted'), kit.raise({ type: 'CHECK_OFFERED' })] },
      SKIPPED: { guard: 'asideNone', target: 'resting', actions: say('as-you-like') },
      TURN_ENDED: [
        {
          guard: ({ context }) => openWishes(script, context).length === 0,
          target: 'resting',
          actions: asksNothing,
        },
        { guard: 'topicMayAsk', actions: standard('self-care') },
      ],
    },
  });
}
