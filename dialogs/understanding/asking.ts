import type { Intent, Reply } from '../meaning';
import type { Question } from '../message';
import { cuesOf, hasCueAt, type Reading } from './reading';

/** Questions that invite any words, and not an answer to themselves. */
const openDoors = new Set(['menu', 'ask-question', 'self-care', 'follow-up']);

/** Whether something is asked that the knowledge may answer. */
export function isAsking(
  reading: Reading,
  reply: Reply | null,
  wants: ReadonlySet<Intent>,
): boolean {
  if (wants.has('why') || wants.has('repeat') || wants.has('what-stored')) return false;
  if (isSmallTalk(reading)) return false;
  if (cuesOf(reading, 'ask-dose').length > 0) return true;
  if (reply === null && isTopic(reading)) return true;
  const marked = reading.tokens.some(({ asked }) => asked);
  const opened = cuesOf(reading, 'context-question').length > 0;
  return reply === null ? marked || opened : marked && reading.tokens.length > 4;
}

const longestTopic = 3;

/** "sciatica", "heat or ice": a topic by itself asks about it. */
const isTopic = (reading: Reading): boolean =>
  reading.tokens.length <= longestTopic &&
  cuesOf(reading, 'ask-topic').some(({ from }) => from === 0);

/** "hmm", "ok", "nope", "7ish", "lol": words that ask nothing wherever they are said. */
export function isSmallTalk({ tokens, ...rest }: Reading): boolean {
  const reading: Reading = { tokens, ...rest };
  return tokens.every(
    ({ word }, at) =>
      /^[\d.,/]+$/.test(word) ||
      hasCueAt(reading, 'answer-yes', at) ||
      hasCueAt(reading, 'answer-no', at) ||
      hasCueAt(reading, 'answer-none', at) ||
      hasCueAt(reading, 'answer-dont-know', at) ||
      hasCueAt(reading, 'answer-filler', at) ||
      hasCueAt(reading, 'answer-sound', at),
  );
}

/**
 * Whether words of no known kind are worth a look into the knowledge: with nothing asked any topic
 * is ("sciatica"), while a question waits only what names a topic of ours ("heat or ice").
 */
export function namesTopic(reading: Reading, question: Question | null): boolean {
  if (reading.tokens.length === 0 || isSmallTalk(reading)) return false;
  // letters that make no word of ours ask nothing
  const isWord = reading.tokens.some(({ ids }) => ids.length > 0);
  if (question === null || (openDoors.has(question.id) && isWord)) return true;
  return cuesOf(reading, 'ask-topic').length > 0;
}

/** Whether the words ask how the service works, and are no plain request. */
export const asksAboutService = (reading: Reading): boolean =>
  cuesOf(reading, 'ask-service').length > 0;
