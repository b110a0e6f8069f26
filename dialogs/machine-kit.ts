import { and, assign, not, or, setup, stateIn } from 'xstate';
import type { Found, Tier } from '../knowledge';
import { freshContext, type Asking, type Context } from './context';
import { assess, outcomeOf } from './assessment';
import type { HandoffReason, TimerName } from './effects';
import type { DialogEvent } from './events';
import type { Outcome, OutcomeFlag } from './message';
import type { PhraseParameters } from './phrase';
import { mustWithhold, nextCheck, nextIntake } from './progress';
import type { Remedies } from './remedies';
import type { Script } from './script';
import { isGraver } from './triage';

/** A fixed phrase of the pack with what goes into it. */
export interface Words {
  readonly phrase: string;
  readonly parameters?: PhraseParameters;
}

/** What is told about the triage, and why. */
export interface Telling {
  readonly what: 'crisis' | 'emergency' | 'urgent' | 'soon' | 'self-care';
  readonly flags: readonly OutcomeFlag[];
  /** Signs that the person could not tell about. */
  readonly doubts: readonly string[];
  readonly minor: boolean;
  readonly recurrent: boolean;
  /** Whether it was told before in this conversation. */
  readonly again: boolean;
}

/** An answer to a question of the person. */
export interface Answering {
  readonly found: Found;
  /** Advice is not given while a warning sign is unresolved. */
  readonly withhold: boolean;
  readonly tier: Tier | null;
  readonly minor: boolean;
  /** Advice before the screening comes with an offer to check first. */
  readonly unchecked: boolean;
  /** The check is under way. */
  readonly checking: boolean;
  /** What speaks against some medicines for this person. */
  readonly cautions: readonly string[];
}

/** What the machine does to the world, by name. Read by `carry-out`, never executed here. */
export interface Doings {
  readonly say: Words;
  /** Put in front of the next message. */
  readonly lead: Words;
  /** Put in front of the question that ends the turn, and left out when none does. */
  readonly preface: Words;
  /** A warning sign was noted; its words stand in front of the next message. */
  readonly acknowledge: { readonly flags: readonly string[]; readonly grave: boolean };
  readonly ask: { readonly asking: Asking; readonly manner: Context['manner'] };
  readonly tell: Telling;
  readonly answer: Answering;
  readonly explainWhy: { readonly asking: Asking | null };
  readonly showRemedies: Remedies;
  readonly showStored: Record<string, never>;
  readonly conclude: { readonly outcome: Outcome };
  readonly openCase: {
    readonly tier: Tier | null;
    readonly reason: HandoffReason;
    readonly outcome: Outcome;
  };
  readonly updateCase: { readonly tier: Tier | null; readonly outcome: Outcome };
  readonly closeCase: { readonly reason: 'left' | 'expired' | 'erased' };
  readonly alertClinician: { readonly flags: readonly OutcomeFlag[] };
  readonly handoffStatus: {
    readonly state: 'accepted' | 'failed' | 'completed';
    readonly words: Words;
  };
  readonly queued: { readonly position: number; readonly estimatedMinutes: number };
  readonly relay: { readonly clinician: string; readonly text: string };
  readonly schedule: { readonly timer: TimerName; readonly afterSeconds: number };
  readonly unschedule: { readonly timer: TimerName };
  readonly rate: { readonly score: number };
  readonly erase: Record<string, never>;
}

/** Never executed: `transition` hands named actions back as data. */
const unexecuted = (): void => undefined;

const doings: { readonly [Name in keyof Doings]: (_: unknown, parameters: Doings[Name]) => void } =
  {
    say: unexecuted,
    lead: unexecuted,
    preface: unexecuted,
    acknowledge: unexecuted,
    ask: unexecuted,
    tell: unexecuted,
    answer: unexecuted,
    explainWhy: unexecuted,
    showRemedies: unexecuted,
    showStored: unexecuted,
    conclude: unexecuted,
    openCase: unexecuted,
    updateCase: unexecuted,
    closeCase: unexecuted,
    alertClinician: unexecuted,
    handoffStatus: unexecuted,
    queued: unexecuted,
    relay: unexecuted,
    schedule: unexecuted,
    unschedule: unexecuted,
    rate: unexecuted,
    erase: unexecuted,
  };

/** One named action of the machine with its parameters. */
export type Doing = {
  readonly [Name in keyof Doings]: { readonly type: Name; readonly params: Doings[Name] };
}[keyof Doings];

/** An action as `transition` returns it. */
export interface Action {
  readonly type: string;
  readonly params?: unknown;
}

/** Whether an action that `transition` returned is one of ours; the rest is XState's own bookkeeping. */
export function isDoing(action: Action): action is Doing {
  return Object.hasOwn(doings, action.type);
}

/** Only their types count. */
const types: { readonly context: Context; readonly events: DialogEvent } = {
  context: freshContext(),
  events: { type: 'TURN_ENDED' },
};

const notLive = not(stateIn({ care: 'live' }));

/** The actions and conditions in which every region of the machine is written. */
export function machineKit(script: Script) {
  return setup({
    types,
    actions: {
      ...doings,
      note: assign((_, changes: Partial<Context>) => changes),
    },
    guards: {
      live: stateIn({ care: 'live' }),
      waiting: stateIn({ care: 'waiting' }),
      alone: stateIn({ care: 'alone' }),
      due: ({ context }) => context.due,
      detailFirst: ({ context }) => nextCheck(script, context)?.sort === 'detail',
      questionDue: and(['due', notLive]),
      topicMayAsk: and(['due', notLive, stateIn({ aside: 'none' })]),
      checkMayAsk: and([
        'due',
        notLive,
        or([stateIn({ aside: 'none' }), and([stateIn({ aside: 'offering' }), 'detailFirst'])]),
      ]),
      offerMayAsk: and([
        'due',
        notLive,
        not(and([stateIn({ topic: 'screening' }), 'detailFirst'])),
      ]),
      asideNone: stateIn({ aside: 'none' }),
      intakeDone: ({ context }) => nextIntake(script, context) === null,
      checksDone: ({ context }) => nextCheck(script, context) === null,
      // While a clinician owns the chat, facts may settle a question but nothing goes on by itself.
      mayEndIntake: and([notLive, 'intakeDone']),
      mayEndChecks: and([notLive, 'checksDone']),
      alreadyOffered: ({ context }) => context.offer === null,
      toldGrave: ({ context }) => context.told === 'emergency' || context.told === 'urgent',
      toldEmergency: ({ context }) => context.told === 'emergency',
      toldNothing: ({ context }) => context.told === null,
      graveUntold: ({ context }) => {
        const { tier } = assess(script, context);
        return isGraver(tier, 'soon') && isGraver(tier, context.told);
      },
      tierIs: ({ context }, tier: Tier) => outcomeOf(script, context).tier === tier,
      graverThanTold: ({ context }) => isGraver(assess(script, context).tier, context.told),
      mustWithhold: ({ context }) => mustWithhold(script, context),
      soonWhileWaiting: and([
        stateIn({ care: 'waiting' }),
        ({ context }) => outcomeOf(script, context).tier === 'soon',
      ]),
      firstSkipOfScreen: ({ context: { asking, explained } }) =>
        asking?.sort === 'screen' && !explained.includes(asking.id),
      asked: ({ context }, sort: Asking['sort']) => context.asking?.sort === sort,
      askedAfterExplaining: ({ context }) =>
        context.asking !== null && context.explained.includes(context.asking.id),
      canGoBack: ({ context }) => context.trail.length > 0,
      somethingToLose: ({ context: { trail, flags, slots } }) =>
        trail.length + flags.length + Object.keys(slots).length > 0,
    },
  });
}

export type Kit = ReturnType<typeof machineKit>;
