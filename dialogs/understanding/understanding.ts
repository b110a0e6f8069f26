import type { Found, Pack, PackWords, Retrieve, Slots } from '../../knowledge';
import type { Expectation, Intent, Reply, Understand } from '../meaning';
import { todayOf } from './calendar';
import { createFindIntents } from './intents-in';
import { Matcher } from './matcher';
import { whoseWords } from './patient';
import { cuesOf, read, type Reading } from './reading';
import { createHearFlags, type HeardFlags } from './red-flags';
import { replyTo } from './reply';
import { RuleSet } from './rule-set';
import { createFindSlots } from './slots-in';
import { createTokenise } from './tokenise';
import { Vocabulary } from './vocabulary';

/** Concepts that the reading of context and answers asks for by name. */
const isContext = (name: string): boolean =>
  /^(context|answer|severity|age|time|not|since|woke)-/.test(name);

/**
 * Compiles the words of a pack into a reader of utterances. Throws a `PatternFault` when the lexicon
 * is wrong; what it returns never throws.
 */
export function createUnderstanding(
  words: PackWords,
  rules: Pack['rules'],
  retrieve: Retrieve,
): Understand {
  const { lexicon } = words;
  const vocabulary = new Vocabulary();
  const concepts = lexicon.concepts ?? {};
  const matcher = new Matcher(vocabulary, concepts);
  const contextRules = new RuleSet(
    matcher,
    Object.keys(concepts)
      .filter(isContext)
      .map((name) => matcher.rule(`{${name}}`, name)),
  );
  const hearFlags = createHearFlags(lexicon, matcher);
  const findSlots = createFindSlots(lexicon, matcher);
  const findIntents = createFindIntents(lexicon, matcher);
  const tokenise = createTokenise(lexicon, vocabulary);

  return (utterance, expectation) => {
    const reading = read(utterance, tokenise(utterance), contextRules);
    const whose = whoseWords(reading);
    const all = hearFlags(reading, whose);
    const heard: HeardFlags = {
      flags: all.flags.filter(({ id }) => rules.has(id)),
      unsure: all.unsure.filter(({ id }) => rules.has(id)),
      denied: all.denied.filter((id) => rules.has(id)),
      mentioned: all.mentioned,
    };
    const wants = findIntents(reading);
    const slots = findSlots(
      reading,
      whose,
      todayOf(expectation.now),
      heard.flags,
      wants.has('correct'),
    );
    const reply = replyOf(reading, heard, slots, expectation);
    const asks = isAsking(reading, reply, wants);
    const intent = intentOf(reading, { heard, slots, reply, wants, asks });
    const found: Found | null =
      (intent === 'question' || intent === 'symptom' || intent === 'none') &&
      (asks || intent === 'none') &&
      reading.tokens.length > 0
        ? retrieve(utterance)
        : null;
    return {
      text: utterance,
      intent: intent === 'none' && found !== null && found.kind !== 'unsure' ? 'question' : intent,
      reply,
      flags: heard.flags,
      unsure: heard.unsure,
      denied: heard.denied,
      slots,
      found,
      patient: whose.patient,
    };
  };
}

function replyOf(
  reading: Reading,
  heard: HeardFlags,
  slots: Slots,
  { question, now }: Expectation,
): Reply | null {
  return question === null ? null : replyTo(question, { reading, heard, slots }, now);
}

/** Whether something is asked that the knowledge may answer. */
function isAsking(reading: Reading, reply: Reply | null, wants: ReadonlySet<Intent>): boolean {
  if (wants.has('why') || wants.has('repeat') || wants.has('what-stored')) return false;
  const marked = reading.tokens.some(({ asked }) => asked);
  const opened = cuesOf(reading, 'context-question').length > 0;
  return reply === null ? marked || opened : marked && reading.tokens.length > 4;
}

interface Evidence {
  readonly heard: HeardFlags;
  readonly slots: Slots;
  readonly reply: Reply | null;
  readonly wants: ReadonlySet<Intent>;
  readonly asks: boolean;
}

/** Courtesies, which give way to anything else that was said. */
const courtesies: ReadonlySet<Intent> = new Set(['greet', 'thanks', 'bye', 'correct', 'chit-chat']);

function intentOf(reading: Reading, { heard, slots, reply, wants, asks }: Evidence): Intent {
  if (reading.tokens.length === 0) return 'none';
  const hasSigns = heard.flags.length > 0 || heard.unsure.length > 0;
  const tells =
    hasSigns || Object.keys(slots).length > 0 || cuesOf(reading, 'context-complaint').length > 0;
  const want = [...wants].find((intent) => !courtesies.has(intent));
  if (want !== undefined && !(want === 'insult' && tells) && !(hasSigns && !isCommand(want)))
    return want;
  if (wants.has('correct') && Object.keys(slots).length > 0) return 'correct';
  if (reply !== null && !(asks && !hasSigns)) return 'answer';
  if (hasSigns) return 'symptom';
  if (asks) return wants.has('chit-chat') ? 'chit-chat' : 'question';
  if (tells) return 'symptom';
  const courtesy = [...wants][0];
  return courtesy ?? 'none';
}

/** Wishes that are carried out even beside a symptom. */
const isCommand = (intent: Intent): boolean =>
  intent === 'human' || intent === 'erase' || intent === 'restart' || intent === 'leave-queue';
