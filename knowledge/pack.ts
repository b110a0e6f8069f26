import type { FaqEntry, OutOfScope } from './schema/faq';
import type { Lexicon } from './schema/lexicon';
import type { Region, Source } from './schema/pack';
import type { IntakeQuestion, RedFlagWords, Screen } from './schema/questions';
import type { Sayings } from './schema/sayings';
import type { Plan, Remedy } from './schema/self-care';
import type { Condition, Tier, TriageRule } from './schema/triage';

/** An FAQ entry with what its file states once for all. */
export interface Answer extends FaqEntry {
  readonly topic: string;
  readonly reviewer: string;
  readonly reviewed: string;
}

/** What a pack says in one language. */
export interface PackWords {
  readonly locale: string;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly outOfScope: readonly OutOfScope[];
  readonly intake: readonly IntakeQuestion[];
  readonly screens: readonly Screen[];
  readonly redFlags: ReadonlyMap<string, RedFlagWords>;
  readonly remedies: ReadonlyMap<string, Remedy>;
  readonly plans: readonly Plan[];
  readonly phrases: ReadonlyMap<string, string>;
  readonly lexicon: Lexicon;
  /** Different words for one idea, by the idea's id; used to find answers. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
  /** Whole messages from which it is learned how red flags sound; empty in a pack without them. */
  readonly sayings: readonly Sayings[];
}

/** What the bot knows, checked and frozen. */
export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly reviewer: string;
  readonly reviewed: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly rules: ReadonlyMap<string, TriageRule>;
  readonly withoutFlags: readonly { readonly tier: Tier; readonly when: Condition }[];
  readonly words: ReadonlyMap<string, PackWords>;
}
