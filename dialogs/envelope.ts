import { z } from 'zod';
import { contextSchema, factsSchema, freshContext, type Context, type Facts } from './context';
import type { ConversationMachine } from './conversation.machine';
import type { Envelope } from './dialog';
import { migrate, version } from './migrations';

export type Snapshot = ReturnType<ConversationMachine['resolveState']>;

const stateSchema = z.object({ topic: z.string(), aside: z.string(), care: z.string() });
const versioned = z.object({ version: z.number(), state: z.unknown(), context: z.unknown() });

export interface Restored {
  readonly snapshot: Snapshot;
  /** The place in the conversation could not be found again; only what is known was kept. */
  readonly lost: boolean;
}

/** The person's place as it is stored. */
export function sealed(snapshot: Snapshot): Envelope {
  return { version, state: snapshot.value, context: snapshot.context };
}

/** Each fact that is still readable, whatever became of the others. */
function salvaged(context: unknown): Facts {
  const known = freshContext();
  const whole = z.record(z.string(), z.unknown()).safeParse(context);
  const readable = Object.entries(whole.success ? whole.data : {}).filter(
    ([name, value]) =>
      Object.hasOwn(factsSchema.shape, name) &&
      factsSchema.partial().safeParse({ [name]: value }).success,
  );
  const parsed = factsSchema.safeParse({
    ...factsSchema.parse(known),
    ...Object.fromEntries(readable),
  });
  return parsed.success ? parsed.data : factsSchema.parse(known);
}

function resolved(machine: ConversationMachine, value: unknown, context: Context): Snapshot | null {
  const state = stateSchema.safeParse(value);
  if (!state.success) return null;
  try {
    // Regions act in the order in which they stand here, so the order is always the same.
    const { care, topic, aside } = state.data;
    return machine.resolveState({ value: { care, topic, aside }, context });
  } catch {
    return null;
  }
}

/** Keeps the facts and the place in the queue; everything is asked again. */
function startedAgain(machine: ConversationMachine, state: unknown, context: unknown): Restored {
  const facts = salvaged(context);
  const fresh = { ...freshContext({ ...facts, denied: [], doubts: [] }), spoke: true };
  const asked = facts.told === 'emergency' ? 'advised' : 'screening';
  const known = Object.keys(facts.slots).length + facts.flags.length > 0;
  const topic = known ? asked : 'menu';
  const place = z.object({ care: z.enum(['alone', 'waiting', 'live']) }).safeParse(state);
  const care = place.success ? place.data.care : 'alone';
  const snapshot = machine.resolveState({ value: { care, topic, aside: 'none' }, context: fresh });
  return { snapshot, lost: true };
}

/** Reads an envelope of any version. Never throws: what no longer fits starts the checks again. */
export function restored(machine: ConversationMachine, envelope: Envelope): Restored {
  const outer = versioned.safeParse(envelope);
  if (!outer.success) return startedAgain(machine, null, null);
  const current = migrate(outer.data);
  if (current === null) return startedAgain(machine, outer.data.state, outer.data.context);
  const context = contextSchema.safeParse(current.context);
  const snapshot = context.success ? resolved(machine, current.state, context.data) : null;
  return snapshot === null
    ? startedAgain(machine, current.state, current.context)
    : { snapshot, lost: false };
}
