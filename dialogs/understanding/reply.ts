import type { Slots } from '../../knowledge';
import type { AnswerValue, Reply } from '../meaning';
import type { Question } from '../message';
import { chosen } from './choose';
import { numbersIn } from './numbers';
import type { Reading } from './reading';
import { cuesOf } from './reading';
import type { HeardFlags } from './red-flags';
import { severityIn } from './severity-now';
import { yesNoOf } from './yes-no';

/** What was found out about the utterance before it is read as an answer. */
export interface Understood {
  readonly reading: Reading;
  readonly heard: HeardFlags;
  readonly slots: Slots;
}

const value = (answer: AnswerValue): Reply => ({ kind: 'value', value: answer });
const dontKnow: Reply = { kind: 'dont-know' };

/** Reads an utterance as the answer to the question that is open. Null when it is none. */
export function replyTo(question: Question, understood: Understood): Reply | null {
  switch (question.kind) {
    case 'yes-no':
      return yesNoReply(question, understood);
    case 'number':
      return numberReply(question, understood);
    case 'choice':
      return choiceReply(question, understood);
    case 'multi-choice':
      return severalReply(question, understood);
    case 'text':
    default:
      return null;
  }
}

const nods = new Set(['ok', 'okay', 'okey', 'k', 'alright', 'right', 'fine', 'cool', 'sure']);

/** "ok" takes note of a question about a sign; it does not say that the sign is there. */
const isNod = ({ flags = [] }: Question, { tokens }: Reading): boolean =>
  flags.length > 0 && tokens.every(({ word }) => nods.has(word));

function yesNoReply(question: Question, { reading, heard, slots }: Understood): Reply | null {
  const asked = new Set([question.id, ...(question.flags ?? [])]);
  const said = isNod(question, reading) ? null : yesNoOf(reading);
  if (said === 'dont-know') return dontKnow;
  if (heard.flags.some(({ id }) => asked.has(id))) return value(true);
  if (said !== null) return value(said === 'yes');
  if (heard.mentioned.some((id) => asked.has(id) && !heard.denied.includes(id))) return value(true);
  if (heard.denied.some((id) => asked.has(id))) return value(false);
  if (heard.unsure.some(({ id }) => asked.has(id))) return dontKnow;
  const slot = Object.entries(slots).find(([name]) => name === question.id)?.[1];
  return typeof slot === 'boolean' ? value(slot) : null;
}

function numberReply(question: Question, { reading, slots }: Understood): Reply | null {
  const { tokens } = reading;
  const isUnknown = cuesOf(reading, 'answer-dont-know').length > 0;
  const number = numberFor(question, reading, slots);
  if (number !== undefined) return value(number);
  if (question.id === 'durationDays' || question.id === 'severity' || question.id === 'age')
    return isUnknown ? dontKnow : null;
  const [first, second] = numbersIn(tokens);
  if (first === undefined) return isUnknown ? dontKnow : null;
  return value(second === undefined ? first.value : Math.max(first.value, second.value));
}

/** What a question of the intake takes for its number. A bare "9" is no stretch of time. */
function numberFor(question: Question, reading: Reading, slots: Slots): number | undefined {
  switch (question.id) {
    case 'durationDays':
      return slots.durationDays;
    case 'severity':
      return severityIn(reading, { isAsked: true, takesLone: true }) ?? slots.severity;
    case 'age': {
      const [first] = numbersIn(reading.tokens);
      const age =
        slots.age ?? (first !== undefined && first.value <= 120 ? first.value : undefined);
      return age === undefined ? undefined : Math.floor(age);
    }
    default:
      return undefined;
  }
}

function choiceReply(question: Question, { reading, slots }: Understood): Reply | null {
  const options = question.options ?? [];
  const byOnset = question.id === 'onset' ? onsetChosen(options, slots) : undefined;
  if (byOnset !== undefined) return value(byOnset.id);
  const [only, other] = chosen(reading, options);
  if (only !== undefined && other === undefined) return value(only.id);
  const slot = Object.entries(slots).find(([name]) => name === question.id)?.[1];
  const bySlot = options.find(({ id }) => id === slot);
  if (bySlot !== undefined) return value(bySlot.id);
  if (only !== undefined) return question.id === 'onset' ? value(only.id) : null;
  const said = yesNoOf(reading);
  const named = options.find(({ id }) => id === said);
  if (named !== undefined) return value(named.id);
  if (cuesOf(reading, 'answer-dont-know').length === 0 && said !== 'dont-know') return null;
  const unknown = options.find(({ id }) => id === 'unknown');
  return unknown === undefined ? dontKnow : value(unknown.id);
}

/** How it began, by what was told of it; an option that says "sudden" fits no slow beginning. */
function onsetChosen(options: Question['options'] = [], { onset, trigger }: Slots) {
  const byTrigger = options.find(
    ({ id }) => trigger !== undefined && triggerOf.get(id) === trigger,
  );
  const isSlow = onset === 'gradual' && byTrigger?.id !== 'after-sitting';
  if (byTrigger !== undefined && !isSlow) return byTrigger;
  return options.find(({ id }) => id === onset);
}

/** Options of the question how it began, by the trigger that they stand for. */
const triggerOf: ReadonlyMap<string, string> = new Map([
  ['sudden-lifting', 'lifting'],
  ['sudden-twisting', 'twisting'],
  ['after-exercise', 'exercise'],
  ['after-fall', 'fall'],
  ['after-sleep', 'sleep'],
  ['after-sitting', 'sitting'],
]);

function severalReply(question: Question, { reading, heard, slots }: Understood): Reply | null {
  const options = question.options ?? [];
  const ids = new Set(options.map(({ id }) => id));
  const picked = new Set<string>();
  for (const { id } of heard.flags) if (ids.has(id)) picked.add(id);
  const slot = Object.entries(slots).find(([name]) => name === question.id)?.[1];
  if (Array.isArray(slot)) for (const part of slot) if (ids.has(part)) picked.add(part);
  const isNone = cuesOf(reading, 'answer-none').length > 0;
  const said = yesNoOf(reading);
  const denied = new Set(heard.denied);
  for (const id of heard.mentioned) if (ids.has(id) && !denied.has(id)) picked.add(id);
  if (!isNone || cuesOf(reading, 'answer-only').length > 0) {
    for (const { id } of chosen(reading, options)) if (!denied.has(id)) picked.add(id);
  }
  picked.delete('none');
  if (picked.size > 0) return value(options.flatMap(({ id }) => (picked.has(id) ? [id] : [])));
  if (heard.unsure.some(({ id }) => ids.has(id))) return null;
  if (isNone || said === 'no' || chosen(reading, options).some(({ id }) => id === 'none')) {
    return heard.flags.length > 0 && !isNone ? null : value(['none']);
  }
  if (said === 'dont-know') return dontKnow;
  return options.length > 1 && options.every(({ id }) => id === 'none' || denied.has(id))
    ? value(['none'])
    : null;
}
