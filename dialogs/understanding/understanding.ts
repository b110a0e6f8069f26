import type { Found, Pack, PackWords, Retrieve, Slots } from '../../knowledge';
import type { Intent, Reply, Understand } from '../meaning';
import { asksAboutService, isAsking, namesTopic } from './asking';
import { createFindFacts } from './facts-in';
import { createFindIntents } from './intents-in';
import { createListen } from './learned/listen';
import { type Memory, noMemory } from './learned/memory';
import { Matcher } from './matcher';
import { whoseWords } from './patient';
import { createMendTimes } from './plain-words';
import { cuesOf, read, type Reading } from './reading';
import { createHearFlags, type HeardFlags } from './red-flags';
import { RuleSet } from './rule-set';
import { createFindSlots } from './slots-in';
import { createTokenise } from './tokenise';
import { Vocabulary } from './vocabulary';

/** Concepts that the reading of context and answers asks for by name. */
const isContext = (name: string): boolean =>
  /^(context|answer|severity|age|time|not|since|woke|ask)-/.test(name);

/** Concepts that say what a sign is about, and not how it is told. */
const isIdea = (name: string): boolean => !isContext(name) && !name.startsWith('patient-');

/**
 * Compiles the words of a pack into a reader of utterances. Throws a `PatternFault` when the lexicon
 * is wrong; what it returns never throws.
 */
export function createUnderstanding(
  words: PackWords,
  rules: Pack['rules'],
  retrieve: Retrieve,
  memory: Memory = noMemory,
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
  const hearFlags = createHearFlags(
    lexicon,
    matcher,
    (flag) => rules.get(flag)?.tier === 'emergency',
  );
  const findFacts = createFindFacts(createFindSlots(lexicon, matcher), contextRules);
  const findIntents = createFindIntents(lexicon, matcher);
  const mendTimes = createMendTimes(vocabulary);
  const tokenise = createTokenise(lexicon, vocabulary);
  const isDose = words.outOfScope.some(({ id }) => id === dose.id);
  const listen = createListen(words, matcher, vocabulary, tokenise, isIdea, memory);

  return (utterance, expectation) => {
    const reading = read(utterance, mendTimes(tokenise(utterance)), contextRules);
    const whose = whoseWords(reading);
    const all = hearFlags(reading, whose, listen);
    const heard: HeardFlags = {
      flags: all.flags.filter(({ id }) => rules.has(id)),
      unsure: all.unsure.filter(({ id }) => rules.has(id)),
      denied: all.denied.filter((id) => rules.has(id)),
      mentioned: all.mentioned,
    };
    const wants = wishesIn(findIntents(reading), reading, expectation.question !== null);
    const { slots, reply } = findFacts({ reading, whose, heard, wants, expectation });
    const asks = isAsking(reading, reply, wants);
    const intent = intentOf(reading, { heard, slots, reply, wants, asks });
    const searches =
      intent === 'question' || intent === 'symptom'
        ? asks
        : intent === 'none' && (asks || namesTopic(reading, expectation.question));
    const found: Found | null = !searches
      ? null
      : isDose && cuesOf(reading, 'ask-dose').length > 0
        ? dose
        : retrieve(utterance);
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

/** How much of a medicine to take is never answered, however near an entry lies. */
const dose: Extract<Found, { kind: 'out-of-scope' }> = { kind: 'out-of-scope', id: 'dose' };

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
  const want = [...wants].find(
    (intent) => !courtesies.has(intent) && !isAskedAbout(reading, intent),
  );
  const isQuip = want === 'insult' && (tells || (asks && !addressesUs(reading)));
  if (want !== undefined && !isQuip && !(heard.flags.length > 0 && !isCommand(want))) return want;
  if (wants.has('correct') && !asks && Object.keys(slots).length > 0) return 'correct';
  if (reply !== null && !(asks && !hasSigns)) return 'answer';
  if (hasSigns) return 'symptom';
  if (asks) return wants.has('chit-chat') ? 'chit-chat' : 'question';
  if (tells) return 'symptom';
  const courtesy = [...wants][0];
  return courtesy ?? 'none';
}

const longestWhy = 8;

/** Nothing was asked that a long "why do you ask …" could mean: it is a question of its own. */
function wishesIn(
  wants: ReadonlySet<Intent>,
  reading: Reading,
  isAsked: boolean,
): ReadonlySet<Intent> {
  if (isAsked || reading.tokens.length <= longestWhy) return wants;
  return new Set([...wants].filter((intent) => intent !== 'why' && intent !== 'repeat'));
}

const addressesUs = ({ tokens }: Reading): boolean =>
  tokens.some(({ word }) => word === 'you' || word === 'bot' || word === 'your');

/** "How do I delete my chat?" asks how the service works; "delete my chat" wants it done. */
const isAskedAbout = (reading: Reading, intent: Intent): boolean =>
  isCommand(intent) && asksAboutService(reading);

/** Wishes that are carried out even beside a symptom. */
const isCommand = (intent: Intent): boolean =>
  intent === 'human' || intent === 'erase' || intent === 'restart' || intent === 'leave-queue';
