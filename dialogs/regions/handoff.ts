import type { Context } from '../context';
import type { Kit } from '../machine-kit';
import type { Script } from '../script';
import { assess } from '../assessment';
import {
  concludes,
  freshCheck,
  lead,
  note,
  offers,
  opensCase,
  say,
  tells,
  updatesCase,
} from './blocks';

/** What a clinician who ended the case has dealt with no longer stands in the way of advice. */
function afterClinician(context: Context): Partial<Context> {
  return {
    ...freshCheck(context),
    flags: [],
    told: null,
    toldFlags: [],
    confirm: [],
    offer: null,
    clinician: null,
    position: null,
    mentioned: [],
    due: true,
  };
}

/** The place in the queue in words; the first time with what to watch for while waiting. */
function placePhrase({ told, position: before }: Context, position: number): string {
  const place = position === 1 ? 'queue-next' : 'queue-place';
  if (told === 'emergency') return `${place}-emergency`;
  return before === null ? `${place}-first` : place;
}

/** Whether a clinician is there: nobody, a place in the queue, or one who owns the chat. */
export function handoff(kit: Kit, script: Script) {
  const opened = {
    type: 'say' as const,
    params: ({ context }: { context: Context }) => ({
      phrase: context.told === 'emergency' ? 'handoff-opened-emergency' : 'handoff-opened',
    }),
  };
  const ends = [
    { type: 'unschedule' as const, params: { timer: 'queue-check' as const } },
    {
      type: 'note' as const,
      params: ({ context }: { context: Context }) => afterClinician(context),
    },
  ];
  /** The signs that the clinician cannot know yet; all of them when one known already became graver. */
  const alerts = {
    type: 'alertClinician' as const,
    params: ({ context }: { context: Context }) => {
      const { flags } = assess(script, context);
      const fresh = flags.filter(({ id }) => !context.toldFlags.includes(id));
      return { flags: fresh.length > 0 ? fresh : flags };
    },
  };

  /** How a clinician ends a case, in the queue or in the chat. */
  const byClinician = {
    RESOLVED: {
      target: 'alone',
      actions: [
        ...ends,
        {
          type: 'handoffStatus' as const,
          params: { state: 'completed' as const, words: { phrase: 'status-resolved' } },
        },
        kit.raise({ type: 'CASE_RESOLVED' }),
      ],
    },
    RETURNED: {
      target: 'alone',
      actions: [
        ...ends,
        {
          type: 'handoffStatus' as const,
          params: { state: 'completed' as const, words: { phrase: 'status-returned' } },
        },
        kit.raise({ type: 'CASE_RETURNED' }),
      ],
    },
  };

  const alone = kit.createStateConfig({
    on: {
      CRISIS_FOUND: {
        target: 'waiting',
        actions: [...tells(script, 'crisis'), ...opensCase(script, () => 'emergency')],
      },
      EMERGENCY_FOUND: {
        actions: [...tells(script, 'emergency'), ...offers(kit, 'emergency')],
      },
      URGENT_FOUND: {
        actions: [...tells(script, 'urgent'), ...offers(kit, 'urgent')],
      },
      SOON_FOUND: {
        actions: [...tells(script, 'soon'), ...offers(kit, 'soon')],
      },
      MINOR_FOUND: {
        actions: [say('minor'), ...offers(kit, 'soon')],
      },
      HUMAN_WANTED: {
        target: 'waiting',
        actions: [...opensCase(script, ({ offer }) => offer ?? 'asked'), opened],
      },
      CLINICIAN_ACCEPTED: {
        target: 'waiting',
        actions: [...opensCase(script, ({ offer }) => offer ?? 'asked'), opened],
      },
      QUEUE_LEFT: { actions: say('not-waiting') },
      CLINICIAN_SAID: {
        actions: {
          type: 'relay',
          params: ({ event }) => ({ clinician: event.clinician, text: event.text }),
        },
      },
    },
  });

  const waiting = kit.createStateConfig({
    on: {
      QUEUE_MOVED: [
        {
          guard: ({ context, event }) => context.position === event.position,
          actions: {
            type: 'queued',
            params: ({ event }) => ({
              position: event.position,
              estimatedMinutes: event.estimatedMinutes,
            }),
          },
        },
        {
          actions: [
            {
              type: 'queued',
              params: ({ event }) => ({
                position: event.position,
                estimatedMinutes: event.estimatedMinutes,
              }),
            },
            {
              type: 'say',
              params: ({ context, event }) => ({
                phrase: placePhrase(context, event.position),
                parameters: {
                  position: String(event.position),
                  minutes: String(Math.max(1, Math.round(event.estimatedMinutes))),
                },
              }),
            },
            { type: 'note', params: ({ event }) => ({ position: event.position }) },
          ],
        },
      ],
      CLAIMED: {
        target: 'live',
        actions: [
          { type: 'note', params: ({ event }) => ({ clinician: event.clinician }) },
          {
            type: 'handoffStatus',
            params: ({ event }) => ({
              state: 'accepted',
              words: { phrase: 'status-accepted', parameters: { clinician: event.clinician } },
            }),
          },
          {
            type: 'say',
            params: ({ event }) => ({
              phrase: 'clinician-joined',
              parameters: { clinician: event.clinician },
            }),
          },
          { type: 'unschedule', params: { timer: 'queue-check' } },
        ],
      },
      HUMAN_WANTED: { actions: say('still-waiting') },
      CANCELLED: { actions: lead('cancel-waiting') },
      QUEUE_LEFT: {
        target: 'alone',
        actions: [
          { type: 'closeCase', params: { reason: 'left' } },
          {
            type: 'handoffStatus',
            params: { state: 'failed', words: { phrase: 'status-left' } },
          },
          { type: 'unschedule', params: { timer: 'queue-check' } },
          say('left-queue'),
        ],
      },
      CRISIS_FOUND: { actions: [...tells(script, 'crisis'), updatesCase(script)] },
      EMERGENCY_FOUND: { actions: [...tells(script, 'emergency'), updatesCase(script)] },
      URGENT_FOUND: { actions: [...tells(script, 'urgent'), updatesCase(script)] },
      SOON_FOUND: { actions: [...tells(script, 'soon'), updatesCase(script)] },
      MINOR_FOUND: { actions: say('minor-waiting') },
      FACTS_CHANGED: { actions: updatesCase(script) },
      TIMER_RANG: [
        {
          guard: ({ context, event }) =>
            event.name === 'queue-check' && !context.mentioned.includes('reassured'),
          actions: [
            say('queue-reassurance'),
            {
              type: 'note',
              params: ({ context }) => ({ mentioned: [...context.mentioned, 'reassured'] }),
            },
          ],
        },
        {
          guard: ({ event }) => event.name === 'expiry',
          target: 'alone',
          actions: { type: 'closeCase', params: { reason: 'expired' } },
        },
      ],
      ERASED: 'alone',
      CLINICIAN_SAID: {
        actions: {
          type: 'relay',
          params: ({ event }) => ({ clinician: event.clinician, text: event.text }),
        },
      },
      ...byClinician,
    },
  });

  /** The clinician speaks; the bot breaks its silence only for a warning sign. */
  const live = kit.createStateConfig({
    on: {
      CLAIMED: {
        actions: { type: 'note', params: ({ event }) => ({ clinician: event.clinician }) },
      },
      CLINICIAN_SAID: {
        actions: {
          type: 'relay',
          params: ({ event }) => ({ clinician: event.clinician, text: event.text }),
        },
      },
      CRISIS_FOUND: { actions: [alerts, ...tells(script, 'crisis'), updatesCase(script)] },
      EMERGENCY_FOUND: { actions: [alerts, ...tells(script, 'emergency'), updatesCase(script)] },
      URGENT_FOUND: {
        actions: [alerts, say('clinician-alerted'), ...concludes(script), updatesCase(script)],
      },
      SOON_FOUND: {
        actions: [alerts, say('clinician-alerted'), ...concludes(script), updatesCase(script)],
      },
      FACTS_CHANGED: { actions: updatesCase(script) },
      TIMER_RANG: {
        guard: ({ event }) => event.name === 'expiry',
        target: 'alone',
        actions: { type: 'closeCase', params: { reason: 'expired' } },
      },
      RELEASED: {
        target: 'waiting',
        actions: [note({ clinician: null, due: true }), say('released')],
      },
      ...byClinician,
      TURN_ENDED: { actions: note({ asking: null, due: false }) },
    },
  });

  return kit.createStateConfig({ initial: 'alone', states: { alone, waiting, live } });
}
