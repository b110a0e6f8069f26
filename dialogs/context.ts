import { z } from 'zod';
import { slotNames, slotsSchema, tierSchema } from '../knowledge';

const heardFlag = z.object({
  id: z.string(),
  qualifiers: z.array(z.string()),
  evidence: z.string(),
});

/** What is known about the person who needs help. Survives whatever happens to the conversation. */
export const factsSchema = z.object({
  /** `question` is the one that was answered, so that going back can take the answer back. */
  flags: z.array(heardFlag.extend({ question: z.string().nullable() })),
  /** Signs that the person could not or would not tell about. They weigh, but are not claimed. */
  doubts: z.array(z.string()),
  denied: z.array(z.string()),
  slots: slotsSchema,
  /** The words in which slots were told: evidence for flags that follow from slots. */
  said: z.partialRecord(z.enum(slotNames), z.string()),
  patient: z.enum(['self', 'child', 'other']),
  /** The gravest tier that the person has been told; only a clinician takes it back. */
  told: tierSchema.nullable(),
  /** Ids of the flags that were named in an outcome. */
  toldFlags: z.array(z.string()),
  /** When the person first wrote after having been shown the terms, and which terms. */
  consent: z.object({ at: z.string(), terms: z.string() }).nullable(),
});

const progressSchema = z.object({
  /** Intake questions that were let go. */
  skipped: z.array(z.string()),
  /** Questions that were put and answered, so that a list is known to be whole. */
  answered: z.array(z.string()),
  screened: z.array(z.string()),
  /** Screens whose reason was explained when the person wanted to skip them, or said only "yes". */
  explained: z.array(z.string()),
  /** Signs of the screen in hand that are asked one at a time. */
  signs: z.array(z.string()),
  /** Flags whose detail was asked about. */
  detailed: z.array(z.string()),
  /** Answered questions, oldest first: the way back. */
  trail: z.array(z.string()),
  /** Flags to be read back before they count. */
  confirm: z.array(heardFlag),
});

/** How the question in hand is to be read. */
export const askingSchema = z.object({
  id: z.string(),
  sort: z.enum(['intake', 'screen', 'sign', 'detail', 'confirm', 'caution', 'standard']),
});
export type Asking = z.infer<typeof askingSchema>;

const talkSchema = z.object({
  /** What was told since the outcome: known already when the check is done again. */
  news: slotsSchema,
  asking: askingSchema.nullable(),
  /** How the next question is put. */
  manner: z.enum(['plain', 'again']),
  /** Why a clinician is being offered. */
  offer: z.enum(['emergency', 'urgent', 'soon', 'asked', 'not-understood']).nullable(),
  /** Advice on medicine that waits until we know what matters for it. */
  held: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('answer'), id: z.string(), confidence: z.number() }),
      z.object({ kind: z.literal('remedies') }),
    ])
    .nullable(),
  remediesShown: z.array(z.string()),
  misses: z.number(),
  /** Whether the open question is to be put at the end of this turn. */
  due: z.boolean(),
  nudged: z.boolean(),
  spoke: z.boolean(),
  /** What is said only once. */
  mentioned: z.array(z.enum(['minor', 'other', 'reassured'])),
  lastTurn: z.string().nullable(),
  position: z.number().nullable(),
  clinician: z.string().nullable(),
});

export const contextSchema = z.object({
  ...factsSchema.shape,
  ...progressSchema.shape,
  ...talkSchema.shape,
});

/** Everything that the machine remembers. Plain JSON. */
export type Context = z.infer<typeof contextSchema>;
export type Facts = z.infer<typeof factsSchema>;
export type StandingFlag = Facts['flags'][number];

const noFacts: Facts = {
  flags: [],
  doubts: [],
  denied: [],
  slots: {},
  said: {},
  patient: 'self',
  told: null,
  toldFlags: [],
  consent: null,
};

/** Nothing asked and nothing answered yet. */
export const noProgress: z.infer<typeof progressSchema> = {
  skipped: [],
  answered: [],
  screened: [],
  explained: [],
  signs: [],
  detailed: [],
  trail: [],
  confirm: [],
};

/** A conversation in which nothing has happened but what `facts` say. */
export function freshContext(facts: Facts = noFacts): Context {
  return {
    ...facts,
    ...noProgress,
    news: {},
    asking: null,
    manner: 'plain',
    offer: null,
    held: null,
    remediesShown: [],
    misses: 0,
    due: false,
    nudged: false,
    spoke: false,
    mentioned: [],
    lastTurn: null,
    position: null,
    clinician: null,
  };
}
