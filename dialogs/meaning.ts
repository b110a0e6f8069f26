import type { Found, Slots } from '../knowledge';
import type { Question } from './message';

/** A red flag heard in somebody's words, about the person who needs help, now. */
export interface HeardFlag {
  readonly id: string;
  /** Words that make it graver, as `triage.yaml` lists them for this flag. */
  readonly qualifiers: readonly string[];
  /** The person's own words, exactly as typed; or the question that was answered. */
  readonly evidence: string;
}

/** What a person may want beyond telling us a symptom. `none` when nothing could be made of the words. */
export type Intent =
  | 'none'
  | 'answer'
  | 'symptom'
  | 'question'
  | 'check-symptoms'
  | 'ask-question'
  | 'human'
  | 'help'
  | 'greet'
  | 'thanks'
  | 'bye'
  | 'chit-chat'
  | 'insult'
  | 'skip'
  | 'back'
  | 'repeat'
  | 'why'
  | 'cancel'
  | 'restart'
  | 'correct'
  | 'what-stored'
  | 'erase'
  | 'leave-queue';

/** How a question may be answered; what a button's `value.answer` carries as well. */
export type AnswerValue = boolean | number | string | readonly string[];

/** What was said to the question that is open. */
export type Reply =
  { readonly kind: 'value'; readonly value: AnswerValue } | { readonly kind: 'dont-know' };

/** The one thing the dialogue knows about an utterance. The original words are in `text`. */
export interface Meaning {
  readonly text: string;
  readonly intent: Intent;
  readonly reply: Reply | null;
  readonly flags: readonly HeardFlag[];
  /** Heard, but worded so that it must be read back before it counts. */
  readonly unsure: readonly HeardFlag[];
  /** Flags that the person said they do not have. */
  readonly denied: readonly string[];
  readonly slots: Slots;
  /** Present when the utterance asks something. */
  readonly found: Found | null;
  /** Whose back it is. `child` and `other` when somebody writes for another person who has it now. */
  readonly patient: 'self' | 'child' | 'other';
}

/** What was asked, and when, so that "7" or "since Tuesday" can be read. */
export interface Expectation {
  /** The question that is open, if any. */
  readonly question: Question | null;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** Reads an utterance. Pure; never throws, whatever the text. One for each pack and language. */
export type Understand = (utterance: string, expectation: Expectation) => Meaning;
