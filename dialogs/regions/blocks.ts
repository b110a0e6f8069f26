import { assess, isMinor, outcomeOf } from '../assessment';
import type { Asking, Context } from '../context';
import type { HandoffReason } from '../effects';
import type { Found } from '../../knowledge';
import type { Doings, Kit, Telling } from '../machine-kit';
import { mustWithhold } from '../progress';
import { remediesFor, type RemedyWish } from '../remedies';
import type { Script } from '../script';

interface Scope {
  readonly context: Context;
}

/** How long nobody speaks before the bot asks once whether the person is still there. */
const silenceSeconds = 600;

/** Puts the open question and remembers it. */
export const asks = (of: (context: Context) => Asking) => [
  {
    type: 'ask' as const,
    params: ({ context }: Scope) => ({ asking: of(context), manner: context.manner }),
  },
  {
    type: 'note' as const,
    params: ({ context }: Scope): Partial<Context> => ({
      asking: of(context),
      manner: 'plain',
      due: false,
    }),
  },
  {
    type: 'schedule' as const,
    params: { timer: 'silence' as const, afterSeconds: silenceSeconds },
  },
];

/** A question with a fixed id. */
export const standard = (id: string) => asks(() => ({ id, sort: 'standard' }));

/** Nothing is open. */
export const asksNothing = [
  {
    type: 'note' as const,
    params: (): Partial<Context> => ({ asking: null, manner: 'plain', due: false }),
  },
  { type: 'unschedule' as const, params: { timer: 'silence' as const } },
];

export const say = (phrase: string) => ({ type: 'say' as const, params: { phrase } });
export const lead = (phrase: string) => ({ type: 'lead' as const, params: { phrase } });
export const preface = (phrase: string) => ({ type: 'preface' as const, params: { phrase } });
export const note = (changes: Partial<Context>) => ({
  type: 'note' as const,
  params: (): Partial<Context> => changes,
});

/** Offers a clinician, unless one is being waited for. */
export const offers = (kit: Kit, reason: HandoffReason) => [
  note({ offer: reason }),
  kit.raise({ type: 'CLINICIAN_OFFERED', reason }),
];

/** Tells a tier with its reasons, and concludes. */
export function tells(script: Script, what: Telling['what']) {
  return [
    {
      type: 'tell' as const,
      params: ({ context }: Scope): Telling => ({
        what,
        flags: assess(script, context).flags,
        doubts: context.doubts,
        minor: isMinor(context),
        recurrent: context.slots.recurrent === true,
        again: what === 'crisis' ? context.toldFlags.includes('self-harm') : context.told === what,
      }),
    },
    ...concludes(script),
  ];
}

/** The outcome event, and the memory that the person has been told. */
export function concludes(script: Script) {
  return [
    {
      type: 'note' as const,
      params: ({ context }: Scope): Partial<Context> => {
        const { tier, flags } = outcomeOf(script, context);
        return { news: {}, told: tier, toldFlags: flags.map(({ id }) => id) };
      },
    },
    {
      type: 'conclude' as const,
      params: ({ context }: Scope) => ({ outcome: outcomeOf(script, context) }),
    },
  ];
}

/** Tier and outcome as a case bears them; null when nothing was assessed yet. */
function caseOf(script: Script, context: Context): Doings['updateCase'] {
  const outcome = outcomeOf(script, context);
  const assessed = context.told !== null || outcome.flags.length > 0;
  return { tier: assessed ? outcome.tier : null, outcome };
}

/** How long until somebody who waits is told that the line has not been forgotten. */
const reassuranceSeconds = 900;

export function opensCase(script: Script, reason: (context: Context) => HandoffReason) {
  return [
    {
      type: 'openCase' as const,
      params: ({ context }: Scope): Doings['openCase'] => ({
        ...caseOf(script, context),
        reason: reason(context),
      }),
    },
    {
      type: 'note' as const,
      params: (): Partial<Context> => ({ offer: null, position: null }),
    },
    {
      type: 'schedule' as const,
      params: { timer: 'queue-check' as const, afterSeconds: reassuranceSeconds },
    },
  ];
}

export const updatesCase = (script: Script) => ({
  type: 'updateCase' as const,
  params: ({ context }: Scope) => caseOf(script, context),
});

/** How an answer is given to this person now. */
export const answering = (script: Script, context: Context, found: Found): Doings['answer'] => ({
  found,
  withhold: mustWithhold(script, context),
  tier: outcomeOf(script, context).tier,
  minor: isMinor(context),
  unchecked: context.told === null,
  checking: ['intake', 'screen', 'sign', 'detail'].includes(context.asking?.sort ?? ''),
  cautions: context.slots.nsaidCautions ?? [],
});

/** Shows the next remedies of one kind and remembers that they were shown. */
export const showsRemedies = (script: Script, wish: (context: Context) => RemedyWish) => [
  {
    type: 'showRemedies' as const,
    params: ({ context }: Scope) => remediesFor(script, context, wish(context)),
  },
  {
    type: 'note' as const,
    params: ({ context }: Scope): Partial<Context> => ({
      remediesShown: [
        ...context.remediesShown,
        ...remediesFor(script, context, wish(context)).shown,
      ],
    }),
  },
];

/** A new check of the same person: who they are is kept, the pain is asked about afresh. */
export function freshCheck(context: Context): Partial<Context> {
  const { age, pregnant, nsaidCautions } = context.slots;
  const slots = Object.fromEntries(
    Object.entries({ age, pregnant, nsaidCautions }).filter(([, value]) => value !== undefined),
  );
  return {
    slots: { ...slots, ...context.news },
    news: {},
    said: {},
    denied: [],
    doubts: [],
    skipped: [],
    answered: context.answered.filter((id) => id === 'nsaidCautions'),
    screened: [],
    explained: [],
    signs: [],
    detailed: [],
    trail: [],
    remediesShown: [],
  };
}
