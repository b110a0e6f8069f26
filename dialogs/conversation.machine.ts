import { and, not } from 'xstate';
import { unknown } from './advance';
import { consider } from './consider';
import { freshContext, type Context } from './context';
import { hoursBetween } from './hours-between';
import { machineKit, type Kit } from './machine-kit';
import { aside } from './regions/aside';
import { answering, lead, note, offers, preface, say } from './regions/blocks';
import { handoff } from './regions/handoff';
import { topic } from './regions/topic';
import { assess } from './assessment';
import { nextCaution } from './remedies';
import { packName, type Script } from './script';
import { isGraver } from './triage';
import { mustWithhold } from './progress';

/** After so many hours somebody who opens the chat again is greeted again. */
const hoursAway = 3;

/** A conversation that nobody continues is closed after this. */
const expirySeconds = 30 * 24 * 60 * 60;

/** Takes in what was told, and sets off what follows from it in order of urgency. */
function hears(kit: Kit, script: Script) {
  return kit.enqueueActions(({ context, event, enqueue }) => {
    if (event.type !== 'TOLD' && event.type !== 'MISPRESSED') return;
    const { context: after, events } = consider(script, context, event.meaning);
    const consent = context.consent ?? { at: event.now, terms: packName(script) };
    const pressed = event.type === 'MISPRESSED';
    enqueue({
      type: 'note',
      params: {
        ...after,
        consent,
        lastTurn: event.now,
        misses: pressed ? context.misses : after.misses,
      },
    });
    const stopped = events.some(
      ({ type }) => type === 'EMERGENCY_FOUND' || type === 'CRISIS_FOUND',
    );
    if (!context.spoke && !stopped) enqueue.raise({ type: 'MET' });
    for (const one of events) {
      // The welcome has said hello.
      if (!context.spoke && one.type === 'GREETED') continue;
      if (!pressed || (one.type !== 'NOT_UNDERSTOOD' && one.type !== 'SYMPTOM_TOLD')) {
        enqueue.raise(one);
      }
    }
    enqueue({ type: 'schedule', params: { timer: 'expiry', afterSeconds: expirySeconds } });
  });
}

/** While a clinician owns the chat, only what makes the case graver is acted on. */
function listens(kit: Kit, script: Script) {
  return kit.enqueueActions(({ context, event, enqueue }) => {
    if (event.type !== 'TOLD' && event.type !== 'MISPRESSED') return;
    const { context: after, events } = consider(script, context, event.meaning);
    enqueue({
      type: 'note',
      params: { ...after, confirm: [], lastTurn: event.now, misses: 0, due: false },
    });
    const urgent = ['CRISIS_FOUND', 'EMERGENCY_FOUND', 'URGENT_FOUND', 'SOON_FOUND'];
    const found = events.find(({ type }) => urgent.includes(type));
    const { tier } = assess(script, after);
    const before = context.told ?? assess(script, context).tier;
    if (found !== undefined) enqueue.raise(found);
    else if (isGraver(tier, before)) {
      enqueue.raise({ type: tier === 'soon' ? 'SOON_FOUND' : 'URGENT_FOUND' });
    } else if (events.some(({ type }) => type === 'FACTS_CHANGED')) {
      enqueue.raise({ type: 'FACTS_CHANGED' });
    }
  });
}

/** An answer about medicine waits for what matters for it, unless it is withheld anyway. */
function mustAskCautions(script: Script, context: Context, id: string): boolean {
  return (
    script.words.answers.get(id)?.advice === 'medicine' &&
    !mustWithhold(script, context) &&
    nextCaution(script, { ...context, held: { kind: 'answer', id, confidence: 0 } }) !== null
  );
}

/**
 * The whole conversation: what it is about, what comes between, and who is there. Pure; nothing in it
 * waits, calls or draws lots, so it can be enumerated.
 */
export function conversationMachine(script: Script) {
  const kit = machineKit(script);
  return kit.createMachine({
    id: 'conversation',
    context: freshContext(),
    type: 'parallel',
    states: {
      care: handoff(kit, script),
      topic: topic(kit, script),
      aside: aside(kit, script),
    },
    on: {
      TOLD: [{ guard: 'live', actions: listens(kit, script) }, { actions: hears(kit, script) }],
      MISPRESSED: [
        { guard: 'live', actions: listens(kit, script) },
        {
          actions: [
            { type: 'lead', params: ({ event }) => ({ phrase: `press-${event.why}` }) },
            hears(kit, script),
          ],
        },
      ],
      JOINED: {
        guard: and([
          not('live'),
          ({ context, event }) =>
            context.spoke &&
            context.lastTurn !== null &&
            hoursBetween(context.lastTurn, event.now) >= hoursAway,
        ]),
        actions: [
          say('welcome-back'),
          { type: 'note', params: ({ event }) => ({ due: true, lastTurn: event.now }) },
        ],
      },
      FILE_SENT: [
        { guard: 'live' },
        { actions: [say('file-kept'), note({ due: true, spoke: true })] },
      ],
      TIMER_RANG: {
        guard: and([
          ({ event, context }) =>
            event.name === 'silence' && context.asking !== null && !context.nudged,
          not('live'),
          not('toldEmergency'),
        ]),
        actions: [lead('still-there'), note({ due: true, nudged: true })],
      },

      OTHER_FOUND: { actions: preface('other-person') },
      NOTED: {
        actions: {
          type: 'acknowledge',
          params: ({ event }) => ({ flags: event.flags, grave: event.grave }),
        },
      },
      ASKED: [
        {
          guard: ({ context, event }) =>
            event.found.kind === 'sure' || event.found.kind === 'likely'
              ? mustAskCautions(script, context, event.found.best.id)
              : false,
          actions: [
            {
              type: 'note',
              params: ({ event }) => ({
                held:
                  event.found.kind === 'sure' || event.found.kind === 'likely'
                    ? { kind: 'answer', ...event.found.best }
                    : null,
              }),
            },
            lead('before-medicine'),
            kit.raise({ type: 'CAUTIONS_NEEDED' }),
          ],
        },
        {
          actions: {
            type: 'answer',
            params: ({ context, event }) => answering(script, context, event.found),
          },
        },
      ],
      CORRECTION_WANTED: { actions: lead('correct-how') },
      CORRECTED: { actions: lead('corrected') },
      REPEAT_WANTED: {},
      WHY_WANTED: {
        actions: { type: 'explainWhy', params: ({ context }) => ({ asking: context.asking }) },
      },
      HELP_WANTED: { actions: say('help') },
      STORED_WANTED: { actions: { type: 'showStored', params: {} } },
      GREETED: { actions: lead('hello') },
      THANKED: { actions: say('thanks') },
      CHATTED: { actions: say('chit-chat') },
      INSULTED: { actions: say('insulted') },
      NOT_UNDERSTOOD: [
        {
          // Nothing is open, so nothing needs to be understood at any price.
          guard: ({ context }) => context.asking === null,
          actions: {
            type: 'say',
            params: ({ context }) => ({
              phrase: context.told === 'emergency' ? 'close-emergency' : 'not-understood-open',
            }),
          },
        },
        {
          guard: ({ context }) => context.misses >= 3,
          actions: [
            {
              type: 'note',
              // A question that could not be answered three times is let go.
              params: ({ context }) =>
                context.asking?.sort === 'intake' ? unknown(script, context) : {},
            },
            say('not-understood-human'),
            note({ misses: 0 }),
            ...offers(kit, 'not-understood'),
          ],
        },
        {
          guard: ({ context }) => context.misses === 2 && context.asking?.sort === 'screen',
          actions: [
            lead('one-by-one'),
            { type: 'note', params: ({ context }) => unknown(script, context) },
          ],
        },
        {
          guard: ({ context }) => context.misses === 2,
          actions: [say('not-understood-choices'), note({ manner: 'again' })],
        },
        { actions: [lead('not-understood'), note({ manner: 'again' })] },
      ],
    },
  });
}

export type ConversationMachine = ReturnType<typeof conversationMachine>;
