import { initialTransition, transition } from 'xstate';
import type { Pack, PackWords } from '../knowledge';
import { carryOut } from './carry-out';
import { pressed } from './choices';
import type { Context } from './context';
import { conversationMachine, type ConversationMachine } from './conversation.machine';
import type { Circumstances, Dialog, Envelope, TurnResult } from './dialog';
import { restored, sealed, type Snapshot } from './envelope';
import type { DialogEvent } from './events';
import type { Input } from './input';
import type { Understand } from './meaning';
import { isDoing, type Action, type Doing } from './machine-kit';
import type { Script } from './script';
import { questionNow } from './speech/wording';

interface Spoken {
  readonly script: Script;
  readonly machine: ConversationMachine;
  readonly understand: Understand;
}

function eventOf(
  { script, understand }: Spoken,
  snapshot: Snapshot,
  input: Input,
  now: string,
): DialogEvent {
  const { context } = snapshot;
  const open = questionNow(script, context);
  switch (input.type) {
    case 'joined':
      return { type: 'JOINED', now };
    case 'said':
      return {
        type: 'TOLD',
        meaning: understand(input.text, { question: open, now }),
        by: 'words',
        now,
      };
    case 'chose':
      return pressed(script, context, open, input, now);
    case 'attached':
      return { type: 'FILE_SENT', now };
    case 'timer':
      return { type: 'TIMER_RANG', name: input.name };
    case 'queue':
      return {
        type: 'QUEUE_MOVED',
        position: input.position,
        estimatedMinutes: input.estimatedMinutes,
      };
    case 'claimed':
      return { type: 'CLAIMED', clinician: input.clinician };
    case 'clinicianSaid':
      return { type: 'CLINICIAN_SAID', clinician: input.clinician, text: input.text };
    case 'released':
      return { type: 'RELEASED' };
    case 'resolved':
      return { type: 'RESOLVED', clinician: input.clinician };
    case 'returned':
    default:
      return { type: 'RETURNED', clinician: input.clinician };
  }
}

/** Said when a stored conversation could not be gone on with. */
const apologyTo = ({ told }: Context): Doing => ({
  type: 'say',
  params: { phrase: told === 'emergency' ? 'lost-place-emergency' : 'lost-place' },
});

/** One turn of one language's machine. */
function take(
  spoken: Spoken,
  envelope: Envelope | null,
  input: Input,
  { now, region }: Circumstances,
): TurnResult {
  const { script, machine } = spoken;
  const { snapshot, lost } =
    envelope === null
      ? { snapshot: initialTransition(machine)[0], lost: false }
      : restored(machine, envelope);
  const [heard, first] = transition(machine, snapshot, eventOf(spoken, snapshot, input, now));
  const [settled, last] = transition(machine, heard, { type: 'TURN_ENDED' });
  const actions: readonly Action[] = [...first, ...last];
  const doings = actions.filter(isDoing);
  const owned = snapshot.matches({ care: 'live' });
  const apology: readonly Doing[] = lost && !owned ? [apologyTo(snapshot.context)] : [];
  return {
    envelope: sealed(settled),
    effects: carryOut(script, settled.context, region, [...apology, ...doings]),
  };
}

/** The words nearest to a BCP 47 locale: its language, else English, else whatever the pack speaks. */
function nearest(words: Pack['words'], locale: string): PackWords | undefined {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return words.get(language) ?? words.get('en') ?? [...words.values()][0];
}

/**
 * The conversation about one pack. Pure: the same envelope, input and circumstances give the same
 * turn. `understandings` holds a reader for each language of the pack; a language without one is a
 * fault and throws here, once, not in a turn.
 */
export function createDialog(pack: Pack, understandings: ReadonlyMap<string, Understand>): Dialog {
  const spoken = new Map<string, Spoken>();
  for (const [locale, words] of pack.words) {
    const understand = understandings.get(locale);
    if (understand === undefined) throw new RangeError(`nobody understands "${locale}"`);
    const script: Script = { pack, words };
    spoken.set(locale, { script, machine: conversationMachine(script), understand });
  }
  return {
    turn(envelope, input, circumstances) {
      const words = nearest(pack.words, circumstances.locale);
      const one = words === undefined ? undefined : spoken.get(words.locale);
      if (one === undefined) throw new RangeError('the pack speaks no language');
      return take(one, envelope, input, circumstances);
    },
  };
}
