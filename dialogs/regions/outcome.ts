import { and, not } from 'xstate';
import type { Kit } from '../machine-kit';
import type { Script } from '../script';
import { asksNothing, concludes, offers, say, showsRemedies, tells } from './blocks';

/** A day later we ask how it is. */
const followUpSeconds = 24 * 60 * 60;

/** Everything was asked: the person is told what it means and what to do. Passed through, never rested in. */
export function outcome(kit: Kit, script: Script) {
  return kit.createStateConfig({
    always: [
      {
        guard: and(['toldGrave', not('graverThanTold')]),
        target: 'advised',
        actions: [say('checks-done'), ...concludes(script)],
      },
      {
        guard: { type: 'tierIs', params: 'emergency' },
        target: 'advised',
        actions: [...tells(script, 'emergency'), ...offers(kit, 'emergency')],
      },
      {
        guard: { type: 'tierIs', params: 'urgent' },
        target: 'advised',
        actions: [...tells(script, 'urgent'), ...offers(kit, 'urgent')],
      },
      {
        guard: 'soonWhileWaiting',
        target: 'selfCare',
        actions: [...tells(script, 'soon'), ...showsRemedies(script, () => 'plan')],
      },
      {
        guard: { type: 'tierIs', params: 'soon' },
        target: 'adviceDue',
        actions: [...tells(script, 'soon'), ...offers(kit, 'soon')],
      },
      {
        target: 'selfCare',
        actions: [
          ...tells(script, 'self-care'),
          ...showsRemedies(script, () => 'plan'),
          { type: 'schedule', params: { timer: 'follow-up', afterSeconds: followUpSeconds } },
        ],
      },
    ],
  });
}

/** A clinician is being offered; what helps until then is said afterwards. */
export function adviceDue(kit: Kit, script: Script) {
  const settled = and(['alreadyOffered', not('live')]);
  return kit.createStateConfig({
    always: [
      { guard: and([settled, 'mustWithhold']), target: 'advised' },
      { guard: settled, target: 'selfCare', actions: showsRemedies(script, () => 'plan') },
    ],
    on: {
      TURN_ENDED: { guard: 'topicMayAsk', actions: asksNothing },
    },
  });
}

/** The person has been told to be seen; nothing is asked, everything may be said. */
export function advised(kit: Kit) {
  return kit.createStateConfig({
    on: {
      SYMPTOM_TOLD: {
        actions: {
          type: 'say',
          params: ({ context }) => ({ phrase: `noted-${context.told ?? 'none'}` }),
        },
      },
      TURN_ENDED: { guard: 'topicMayAsk', actions: asksNothing },
    },
  });
}
