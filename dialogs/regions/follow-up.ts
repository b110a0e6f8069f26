import type { Context } from '../context';
import type { Kit } from '../machine-kit';
import { asksNothing, freshCheck, lead, say, standard } from './blocks';

/** What was told stays, but how bad it is and the warning signs are asked about again. */
function checkAgain(context: Context): Partial<Context> {
  const slots = Object.entries(context.slots).filter(([slot]) => slot !== 'severity');
  return { ...freshCheck(context), slots: Object.fromEntries(slots) };
}

/** A day later: better, the same, or worse? */
export function followUp(kit: Kit) {
  return kit.createStateConfig({
    on: {
      FELT: [
        {
          guard: ({ event }) => event.how === 'worse',
          target: 'intake',
          actions: [
            {
              type: 'note',
              params: ({ context }) => checkAgain(context),
            },
            say('felt-worse'),
          ],
        },
        {
          guard: ({ event }) => event.how === 'better',
          target: 'rating',
          actions: say('felt-better'),
        },
        { target: 'rating', actions: say('felt-same') },
      ],
      SYMPTOM_TOLD: { actions: kit.raise({ type: 'CHECK_OFFERED' }) },
      SKIPPED: { guard: 'asideNone', target: 'resting', actions: say('as-you-like') },
      TURN_ENDED: { guard: 'topicMayAsk', actions: standard('follow-up') },
    },
  });
}

/** How helpful was it? */
export function rating(kit: Kit) {
  return kit.createStateConfig({
    on: {
      RATED: {
        target: 'resting',
        actions: [{ type: 'rate', params: ({ event }) => ({ score: event.score }) }, say('rated')],
      },
      SYMPTOM_TOLD: [
        { guard: 'toldNothing', target: 'intake', actions: lead('sorry-to-hear') },
        { actions: kit.raise({ type: 'CHECK_OFFERED' }) },
      ],
      SKIPPED: { guard: 'asideNone', target: 'resting', actions: say('as-you-like') },
      TURN_ENDED: { guard: 'topicMayAsk', actions: standard('rating') },
    },
  });
}

/** Nothing is open. Whatever the person says next is heard. */
export function resting(kit: Kit) {
  return kit.createStateConfig({
    on: {
      SYMPTOM_TOLD: [
        { guard: 'toldNothing', target: 'intake', actions: lead('sorry-to-hear') },
        { actions: kit.raise({ type: 'CHECK_OFFERED' }) },
      ],
      TURN_ENDED: { guard: 'topicMayAsk', actions: asksNothing },
    },
  });
}
