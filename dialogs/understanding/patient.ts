import { cuesOf, hasCueAt, type Reading } from './reading';
import { Break } from './token';

export type Patient = 'self' | 'child' | 'other';

/** About whom each word is: the person who needs help, or somebody who does not. */
export interface Whose {
  readonly patient: Patient;
  /** Whether the word at a place speaks about the patient. */
  readonly isPatient: (at: number) => boolean;
}

const others = new Set('he she him his her hers they their them'.split(' '));
const selves = new Set('i me my myself we our us'.split(' '));
const clauseOpeners = new Set(
  'and but because that when if as who for about so while whose since of is hi hello hey please help well ok also plus then with like'.split(
    ' ',
  ),
);
const determiners = new Set(
  'my our the a an his her their your some old little elderly poor young 1 2'.split(' '),
);

type Owner = 'self' | 'other' | null;

/** Whether a person who is named is what the clause is about, and not only somebody in it. */
function isSubject(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  if (hasCueAt(reading, 'context-person-verb', to)) return true;
  let at = from;
  while (at > 0 && tokens[at]?.before === Break.none && determiners.has(tokens[at - 1]?.word ?? ''))
    at -= 1;
  if (at === 0 || (tokens[at]?.before ?? Break.none) > Break.none) return true;
  return clauseOpeners.has(tokens[at - 1]?.word ?? '');
}

function ownersOf(reading: Reading): Owner[] {
  const persons = [...cuesOf(reading, 'context-person'), ...cuesOf(reading, 'context-child')];
  const families = cuesOf(reading, 'context-not-patient');
  const owners: Owner[] = [];
  let owner: Owner = null;
  for (const [at, token] of reading.tokens.entries()) {
    if (token.before === Break.sentence && !others.has(token.word)) owner = null;
    const person = persons.find((cue) => cue.from === at);
    const isOfPerson = persons.some((cue) => cue.from <= at + 1 && at + 1 < cue.to);
    if (families.some((cue) => cue.from <= at && at < cue.to)) owner = 'other';
    else if (person !== undefined && isSubject(reading, person.from, person.to)) owner = 'other';
    else if (others.has(token.word)) owner = 'other';
    else if (selves.has(token.word) && !isOfPerson) owner = 'self';
    owners.push(owner);
  }
  return owners;
}

/** Finds out who needs help, and which words are about that person. */
export function whoseWords(reading: Reading): Whose {
  const hasOwn = cuesOf(reading, 'context-self').length > 0;
  const speaksFor = cuesOf(reading, 'context-for-another').length > 0;
  const speaksOfNow =
    cuesOf(reading, 'context-they-now').length > 0 &&
    cuesOf(reading, 'context-symptom').length > 0 &&
    cuesOf(reading, 'context-not-patient').length === 0;
  const isAnother = speaksFor || (!hasOwn && speaksOfNow);
  const isChild = isAnother && cuesOf(reading, 'context-child').length > 0;
  const patient: Patient = isChild ? 'child' : isAnother ? 'other' : 'self';
  const owners = ownersOf(reading);
  const owned: Owner = isAnother ? 'other' : 'self';
  return {
    patient,
    isPatient: (at) => {
      const owner = owners[at] ?? null;
      return owner === null || owner === owned;
    },
  };
}
