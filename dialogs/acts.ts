import { readAnswer, type Reading } from './answers';
import type { Asking, Context } from './context';
import type { Act } from './events';
import { heardIn, isSilent, nothingHeard, type Heard } from './heard';
import type { Intent, Meaning } from './meaning';
import { openQuestion, standardYesNo } from './pack-questions';
import type { Script } from './script';

/** An utterance taken apart: the answer to the open question, what was told beside it, what is wanted. */
export interface Parts {
  readonly answer: Heard;
  readonly beside: Heard;
  readonly acts: readonly Act[];
}

const commands: Readonly<Partial<Record<Intent, Act>>> = {
  'check-symptoms': { type: 'CHECK_WANTED' },
  'ask-question': { type: 'QUESTION_WANTED' },
  human: { type: 'HUMAN_WANTED' },
  help: { type: 'HELP_WANTED' },
  greet: { type: 'GREETED' },
  thanks: { type: 'THANKED' },
  bye: { type: 'SAID_BYE' },
  'chit-chat': { type: 'CHATTED' },
  insult: { type: 'INSULTED' },
  skip: { type: 'SKIPPED' },
  back: { type: 'BACK_WANTED' },
  repeat: { type: 'REPEAT_WANTED' },
  why: { type: 'WHY_WANTED' },
  cancel: { type: 'CANCELLED' },
  restart: { type: 'RESTART_WANTED' },
  correct: { type: 'CORRECTED' },
  'what-stored': { type: 'STORED_WANTED' },
  erase: { type: 'ERASE_WANTED' },
  'leave-queue': { type: 'QUEUE_LEFT' },
};

const chosen: Readonly<Record<string, Act>> = {
  'check-symptoms': { type: 'CHECK_WANTED' },
  'ask-question': { type: 'QUESTION_WANTED' },
  'talk-to-clinician': { type: 'HUMAN_WANTED' },
  more: { type: 'REMEDY_WANTED', kind: 'more' },
  stretches: { type: 'REMEDY_WANTED', kind: 'stretches' },
  medicine: { type: 'REMEDY_WANTED', kind: 'medicine' },
  enough: { type: 'HAD_ENOUGH' },
  better: { type: 'FELT', how: 'better' },
  same: { type: 'FELT', how: 'same' },
  worse: { type: 'FELT', how: 'worse' },
  '1': { type: 'RATED', score: 1 },
  '2': { type: 'RATED', score: 2 },
  '3': { type: 'RATED', score: 3 },
  '4': { type: 'RATED', score: 4 },
  '5': { type: 'RATED', score: 5 },
  yes: { type: 'SAID_YES' },
  no: { type: 'SAID_NO' },
};

/** What choosing an option of a standard question does; null when the option means nothing. */
export function actOfOption(question: string, option: string): Act | null {
  const yesNo = standardYesNo.some((one) => one === question);
  // A plain no to a list of offers is the same as having had enough of it.
  if (question === 'self-care' && option === 'no') return { type: 'HAD_ENOUGH' };
  if (question === 'self-care' && option === 'yes') return { type: 'REMEDY_WANTED', kind: 'more' };
  if (!yesNo && (option === 'yes' || option === 'no')) return null;
  return Object.hasOwn(chosen, option) ? (chosen[option] ?? null) : null;
}

/** The reading of a reply in words, or of words that name what was asked about without more ado. */
function readingOf(
  script: Script,
  context: Context,
  asking: Asking,
  meaning: Meaning,
): Reading | 'dont-know' | null {
  if (meaning.reply?.kind === 'dont-know') return 'dont-know';
  if (meaning.reply !== null) {
    const reading = readAnswer(script, context, asking, meaning.reply.value);
    if (reading.kind !== 'invalid') return reading;
  }
  const named = asking.sort === 'screen' ? optionsOfScreen(script, asking.id) : [asking.id];
  const settled =
    meaning.flags.some(({ id }) => named.includes(id)) ||
    (asking.sort !== 'screen' && meaning.denied.includes(asking.id)) ||
    Object.hasOwn(meaning.slots, asking.id);
  return settled ? { kind: 'facts', heard: nothingHeard } : null;
}

const optionsOfScreen = (script: Script, id: string): readonly string[] =>
  script.words.screens.find((screen) => screen.id === id)?.options.map(({ flag }) => flag) ?? [];

/** Splits what was heard into what the open question asked about and what came of itself. */
function divided(script: Script, asking: Asking, heard: Heard): { asked: Heard; beside: Heard } {
  const question = script.words.intake.find(({ id }) => id === asking.id);
  const sets = (question?.options ?? []).flatMap((option) => Object.keys(option.sets ?? {}));
  const slots = new Set([asking.id, ...sets]);
  // "It is unbearable" answers how bad it is, as a number would.
  const meant = [...script.pack.rules.values()]
    .filter(({ derive }) => derive.some(({ slot }) => slots.has(slot)))
    .map(({ id }) => id);
  const flags = new Set([
    asking.id,
    ...(question?.flags ?? []),
    ...(question === undefined ? [] : meant),
    ...(asking.sort === 'screen' ? optionsOfScreen(script, asking.id) : []),
  ]);
  const entries = Object.entries(heard.slots);
  const origin = asking.sort === 'confirm' ? null : asking.id;
  return {
    asked: {
      ...nothingHeard,
      words: heard.words,
      corrects: heard.corrects,
      flags: heard.flags
        .filter(({ id }) => flags.has(id))
        .map((flag) => ({ ...flag, question: origin })),
      denied: heard.denied.filter((id) => flags.has(id)),
      slots: Object.fromEntries(entries.filter(([slot]) => slots.has(slot))),
    },
    beside: {
      ...heard,
      flags: heard.flags.filter(({ id }) => !flags.has(id)),
      denied: heard.denied.filter((id) => !flags.has(id)),
      slots: Object.fromEntries(entries.filter(([slot]) => !slots.has(slot))),
    },
  };
}

/** The first words count as evidence: what was typed, before what the question says. */
function merged(typed: Heard, read: Heard): Heard {
  const named = new Set(typed.flags.map(({ id }) => id));
  return {
    ...typed,
    flags: [...typed.flags, ...read.flags.filter(({ id }) => !named.has(id))],
    denied: [...new Set([...typed.denied, ...read.denied])].filter((id) => !named.has(id)),
    doubts: read.doubts,
    slots: { ...typed.slots, ...read.slots },
    words: read.words === '' ? typed.words : read.words,
  };
}

/** What somebody means who cannot tell, by what was asked. */
function doubtAbout(script: Script, context: Context, asking: Asking): Heard {
  if (asking.sort === 'sign') return { ...nothingHeard, doubts: [asking.id] };
  const heard = context.confirm.find(({ id }) => id === asking.id);
  if (asking.sort !== 'confirm' || heard === undefined) return nothingHeard;
  // A sign of an emergency that was spoken about and cannot be ruled out is acted on.
  return script.pack.rules.get(asking.id)?.tier === 'emergency'
    ? { ...nothingHeard, flags: [{ ...heard, question: null }] }
    : { ...nothingHeard, doubts: [asking.id] };
}

/**
 * A cry that tells a symptom, or words of no known kind, need no answer that nobody has. Nor do a number
 * or a word or two that were meant for the open question and resemble some entry of the knowledge.
 */
function isGuess(meaning: Meaning, told: boolean, checking: boolean): boolean {
  const { found, intent, text } = meaning;
  if (found?.kind === 'unsure') return told || intent === 'none';
  if (/^[\d\s.,/]+$/.test(text)) return true;
  const short = text.trim().split(/\s+/).length <= 2 && !text.includes('?');
  return checking && short && found?.kind !== 'sure';
}

function wishes(meaning: Meaning, answered: boolean, checking = false): readonly Act[] {
  const acts: Act[] = [];
  const told = !isSilent(heardIn(meaning));
  const takesBack = meaning.intent === 'correct' && !told && !answered;
  // An answer goes on with the check by itself.
  const goesOn = answered && meaning.intent === 'check-symptoms';
  const wanted = goesOn ? undefined : commands[meaning.intent];
  const command: Act | undefined = takesBack ? { type: 'CORRECTION_WANTED' } : wanted;
  const polite = ['greet', 'thanks', 'chit-chat'].includes(meaning.intent);
  if (told && !answered && meaning.intent !== 'correct') acts.push({ type: 'SYMPTOM_TOLD' });
  if (command !== undefined && !(polite && (told || answered || meaning.found !== null))) {
    acts.push(command);
  } else if (meaning.found !== null && !isGuess(meaning, told, checking)) {
    acts.push({ type: 'ASKED', found: meaning.found });
  }
  if (meaning.intent === 'symptom' && !told && acts.length === 0 && !answered) {
    acts.push({ type: 'SYMPTOM_TOLD' });
  }
  if (acts.length === 0 && !answered) acts.push({ type: 'NOT_UNDERSTOOD' });
  return acts;
}

/** Takes an utterance apart in the light of the question that is open. Pure; never throws. */
export function partsOf(script: Script, context: Context, meaning: Meaning): Parts {
  const { asking } = context;
  const heard = heardIn(meaning);
  if (asking === null) {
    return { answer: nothingHeard, beside: heard, acts: wishes(meaning, false) };
  }
  const { asked, beside } = divided(script, asking, heard);
  const checking = asking.sort !== 'standard';
  const asksElse = asking.id === openQuestion;
  if (asksElse && meaning.reply?.kind === 'value' && meaning.reply.value === false) {
    return { answer: nothingHeard, beside: heard, acts: [{ type: 'SAID_NO' }] };
  }
  const reading = asksElse ? null : readingOf(script, context, asking, meaning);
  const lost =
    reading === null &&
    asking.sort === 'confirm' &&
    context.misses > 0 &&
    wishes(meaning, false, checking).some(({ type }) => type === 'NOT_UNDERSTOOD');
  if (reading === 'dont-know' || lost) {
    const answer = merged(asked, doubtAbout(script, context, asking));
    const act: readonly Act[] = asking.sort === 'confirm' ? [] : [{ type: 'DID_NOT_KNOW' }];
    return { answer, beside, acts: [...act, ...wishes(meaning, true, checking)] };
  }
  if (reading === null || reading.kind === 'invalid') {
    return { answer: asked, beside, acts: wishes(meaning, false, checking) };
  }
  if (reading.kind === 'chosen') {
    const act = actOfOption(asking.id, reading.option);
    const rest = wishes(meaning, act !== null, checking);
    return {
      answer: asked,
      beside,
      acts: act === null ? rest : [act, ...rest.filter(isSpare(act))],
    };
  }
  const rest = wishes(meaning, true, checking);
  if (reading.kind === 'vague') {
    return { answer: asked, beside, acts: [{ type: 'ANSWERED_VAGUELY' }, ...rest] };
  }
  const act: readonly Act[] = asking.sort === 'confirm' ? [] : [{ type: 'ANSWERED' }];
  return { answer: merged(asked, reading.heard), beside, acts: [...act, ...rest] };
}

const isSpare =
  (act: Act) =>
  (other: Act): boolean =>
    other.type !== act.type;
