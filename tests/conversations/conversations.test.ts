import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Talk, type Said } from '../dialogs/talk';
import { brokenPromise } from '../dialogs/invariants';
import type { Input } from '../../dialogs';

const answer = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);
const event = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('joined') }),
  z.strictObject({ type: z.literal('timer'), name: z.string() }),
  z.strictObject({
    type: z.literal('queue'),
    position: z.number(),
    estimatedMinutes: z.number(),
  }),
  z.strictObject({ type: z.literal('claimed'), clinician: z.string() }),
  z.strictObject({ type: z.literal('clinicianSaid'), clinician: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('released') }),
  z.strictObject({ type: z.literal('resolved'), clinician: z.string() }),
  z.strictObject({ type: z.literal('returned'), clinician: z.string() }),
  z.strictObject({ type: z.literal('attached'), name: z.string(), contentType: z.string() }),
]);

/** One thing that happens, and what must come of it. What is not stated is not checked. */
const step = z.strictObject({
  person: z.string().optional(),
  button: z.strictObject({ question: z.string(), answer }).optional(),
  event: event.optional(),
  /** Hours that pass before it. */
  later: z.number().optional(),
  /** The id of the question that the turn ends with; null when nothing is asked. */
  asks: z.string().nullable().optional(),
  tier: z.enum(['emergency', 'urgent', 'soon', 'self-care']).nullable().optional(),
  flags: z.array(z.string()).optional(),
  /** Words that the person reads, whatever stands around them. */
  reads: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  /** The id of the answer from the knowledge. */
  answer: z.string().optional(),
  does: z.array(z.string()).optional(),
  slots: z.record(z.string(), z.unknown()).optional(),
  silent: z.boolean().optional(),
});
type Step = z.infer<typeof step>;

const file = z.array(
  z.strictObject({
    name: z.string(),
    region: z.string().optional(),
    turns: z.array(step).min(1),
  }),
);

function inputOf(one: Step): Input {
  if (one.person !== undefined) return { type: 'said', text: one.person };
  if (one.button !== undefined) return { type: 'chose', ...one.button };
  if (one.event !== undefined) return one.event;
  throw new Error('a step is said, pressed or an event');
}

/** What happened, with only the parts that the step states. */
function observed(one: Step, said: Said, talk: Talk): Partial<Step> {
  const stated: Partial<Step> = {};
  if (one.asks !== undefined) stated.asks = said.asks;
  if (one.tier !== undefined) stated.tier = said.outcomes.at(-1)?.tier ?? null;
  if (one.flags !== undefined) {
    stated.flags = (said.outcomes.at(-1)?.flags ?? []).map(({ id }) => id);
  }
  if (one.reads !== undefined) {
    stated.reads = one.reads.map((words) => (said.text.includes(words) ? words : said.text));
  }
  if (one.never !== undefined)
    stated.never = one.never.filter((words) => !said.text.includes(words));
  if (one.answer !== undefined) {
    stated.answer = said.messages.flatMap((message) => message.answer?.id ?? []).at(-1) ?? 'none';
  }
  if (one.does !== undefined) stated.does = [...said.does];
  if (one.slots !== undefined) {
    const known = Object.entries(talk.context.slots);
    stated.slots = Object.fromEntries(known.filter(([slot]) => slot in (one.slots ?? {})));
  }
  if (one.silent !== undefined) stated.silent = said.messages.length === 0;
  return stated;
}

/** The part of a step that states what must come of it. */
const expected = (one: Step): Partial<Step> =>
  Object.fromEntries(
    Object.entries(one).filter(([key]) => !['person', 'button', 'event', 'later'].includes(key)),
  );

const laterThan = (now: string, hours: number): string =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

const folder = __dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (name) => {
  const conversations = file.parse(parse(readFileSync(join(folder, name), 'utf8')));

  it.each(conversations.map((conversation) => [conversation.name, conversation] as const))(
    '%s',
    (_, { region, turns }) => {
      const talk = new Talk(region, true);
      for (const [index, one] of turns.entries()) {
        if (one.later !== undefined) talk.now = laterThan(talk.now, one.later);
        const input = inputOf(one);
        let said: Said | undefined;
        const broken = brokenPromise(talk, input, null, () => (said = talk.take(input)));
        const at = `turn ${index + 1}: ${one.person ?? JSON.stringify(input)}`;
        expect({ at, broken, ...(said && observed(one, said, talk)) }).toEqual({
          at,
          broken: null,
          ...expected(one),
        });
      }
    },
  );
});

it('holds at least forty conversations', () => {
  const all = files.flatMap((name) => file.parse(parse(readFileSync(join(folder, name), 'utf8'))));
  expect(all.length).toBeGreaterThanOrEqual(40);
});
