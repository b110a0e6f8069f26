import type { Slots } from '../knowledge';
import type { Context, StandingFlag } from './context';
import type { HeardFlag, Meaning } from './meaning';

/** What an utterance or an answer adds to what is known. */
export interface Heard {
  readonly flags: readonly StandingFlag[];
  readonly unsure: readonly HeardFlag[];
  readonly denied: readonly string[];
  readonly doubts: readonly string[];
  readonly slots: Slots;
  /** The words in which the slots were told. */
  readonly words: string;
  readonly patient: Context['patient'];
  /** The person takes back what was said before. */
  readonly corrects: boolean;
}

export const nothingHeard: Heard = {
  flags: [],
  unsure: [],
  denied: [],
  doubts: [],
  slots: {},
  words: '',
  patient: 'self',
  corrects: false,
};

const copied = (flag: HeardFlag): HeardFlag => ({ ...flag, qualifiers: [...flag.qualifiers] });

/** What somebody told, apart from any question. */
export function heardIn(meaning: Meaning): Heard {
  return {
    flags: meaning.flags.map((flag) => ({
      ...copied(flag),
      qualifiers: [...flag.qualifiers],
      question: null,
    })),
    unsure: meaning.unsure.map(copied),
    denied: meaning.denied,
    doubts: [],
    slots: meaning.slots,
    words: meaning.text,
    patient: meaning.patient,
    corrects: meaning.intent === 'correct',
  };
}

/** Two things heard in one turn. */
export function together(one: Heard, other: Heard): Heard {
  return {
    flags: [...one.flags, ...other.flags],
    unsure: [...one.unsure, ...other.unsure],
    denied: [...one.denied, ...other.denied],
    doubts: [...one.doubts, ...other.doubts],
    slots: { ...one.slots, ...other.slots },
    words: one.words === '' ? other.words : one.words,
    patient: one.patient === 'self' ? other.patient : one.patient,
    corrects: one.corrects || other.corrects,
  };
}

/** True when there is nothing in it about anybody's health. */
export function isSilent(heard: Heard): boolean {
  return (
    heard.flags.length + heard.unsure.length + heard.denied.length + heard.doubts.length === 0 &&
    Object.keys(heard.slots).length === 0
  );
}

function withFlag(flags: readonly StandingFlag[], flag: StandingFlag): StandingFlag[] {
  const before = flags.find(({ id }) => id === flag.id);
  if (before === undefined) return [...flags, flag];
  const qualifiers = [...new Set([...before.qualifiers, ...flag.qualifiers])];
  // A detail is put behind the words that it explains.
  const evidence = flag.evidence.startsWith(before.evidence) ? flag.evidence : before.evidence;
  return flags.map((one) => (one === before ? { ...before, qualifiers, evidence } : one));
}

/** Reasons for caution add up; naming one does not take back another. */
function cautions(known: Slots, heard: Slots): Slots {
  if (heard.nsaidCautions === undefined) return {};
  return {
    nsaidCautions: [...new Set([...(known.nsaidCautions ?? []), ...heard.nsaidCautions])],
  };
}

/**
 * What is known after something was heard. A flag that stands is not taken back by a denial, unless the
 * person corrects what was said and has not yet been told anything because of it.
 */
export function remember(context: Context, heard: Heard): Context {
  const retracted = (id: string): boolean =>
    heard.corrects && heard.denied.includes(id) && !context.toldFlags.includes(id);
  const flags = heard.flags.reduce<StandingFlag[]>(
    withFlag,
    context.flags.filter(({ id }) => !retracted(id)),
  );
  const stands = (id: string): boolean => flags.some((flag) => flag.id === id);
  const said = { ...context.said };
  for (const slot of Object.keys(heard.slots)) {
    Object.assign(said, { [slot]: heard.words });
  }
  const denied = [...new Set([...context.denied, ...heard.denied])].filter((id) => !stands(id));
  return {
    ...context,
    flags,
    denied,
    doubts: [...new Set([...context.doubts, ...heard.doubts])].filter(
      (id) => !stands(id) && !denied.includes(id),
    ),
    slots: { ...context.slots, ...heard.slots, ...cautions(context.slots, heard.slots) },
    said,
    patient: heard.patient === 'self' ? context.patient : heard.patient,
    confirm: context.confirm.filter(
      ({ id }) => !stands(id) && !heard.denied.includes(id) && !heard.doubts.includes(id),
    ),
  };
}
