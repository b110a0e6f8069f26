import type { Kit } from '../machine-kit';
import { lead, note, say, standard } from './blocks';

/** Nobody has spoken yet. */
export function starting(kit: Kit) {
  return kit.createStateConfig({
    on: {
      JOINED: { target: 'menu', actions: [say('welcome'), note({ due: true })] },
      FILE_SENT: {
        target: 'menu',
        actions: [say('welcome-brief'), say('file-kept'), note({ due: true, spoke: true })],
      },
      MET: { target: 'menu', actions: say('welcome-brief') },
    },
  });
}

/** The three doors. */
export function menu(kit: Kit) {
  return kit.createStateConfig({
    on: {
      SYMPTOM_TOLD: [
        { guard: 'toldNothing', target: 'intake', actions: lead('sorry-to-hear') },
        { actions: kit.raise({ type: 'CHECK_OFFERED' }) },
      ],
      TURN_ENDED: { guard: 'topicMayAsk', actions: standard('menu') },
    },
  });
}

/** Whatever the person would like to know. */
export function inviting(kit: Kit) {
  return kit.createStateConfig({
    on: {
      SYMPTOM_TOLD: [
        { guard: 'toldNothing', target: 'intake', actions: lead('sorry-to-hear') },
        { actions: kit.raise({ type: 'CHECK_OFFERED' }) },
      ],
      SKIPPED: { guard: 'asideNone', target: 'menu' },
      SAID_NO: { guard: 'asideNone', target: 'menu' },
      THANKED: { guard: 'asideNone', target: 'menu', actions: lead('thanks') },
      NOT_UNDERSTOOD: { guard: 'asideNone', target: 'menu', actions: lead('not-understood') },
      TURN_ENDED: { guard: 'topicMayAsk', actions: standard('ask-question') },
    },
  });
}
