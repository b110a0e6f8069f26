import type { QuestionKind, Slots, Tier } from '../knowledge';

/** One way to answer a question. */
export interface Option {
  readonly id: string;
  readonly title: string;
}

/** What a message asks. Ids are those of the contract: a slot, a flag, a screen or a menu. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly options?: readonly Option[];
  /** The red flags that are asked about. */
  readonly flags?: readonly string[];
}

/** A source that an answer rests on. */
export interface Citation {
  readonly title: string;
  readonly publisher: string;
  readonly url?: string;
}

/** Something that the bot says, before any channel gives it a form. `text` is Markdown. */
export interface Message {
  readonly text: string;
  /** How a channel may set it apart. */
  readonly tone?: 'emergency' | 'urgent' | 'plain';
  readonly question?: Question;
  readonly answer?: { readonly id: string; readonly confidence: number };
  readonly citations?: readonly Citation[];
  /** Things to say next that are not answers to a question; pressing one sends `say` as text. */
  readonly suggestions?: readonly { readonly title: string; readonly say: string }[];
}

/** A flag as the outcome names it. */
export interface OutcomeFlag {
  readonly id: string;
  readonly tier: Exclude<Tier, 'self-care'>;
  readonly evidence: string;
}

/** The result of the triage, as sent to clients in `triage.outcome`. */
export interface Outcome {
  readonly tier: Tier;
  readonly flags: readonly OutcomeFlag[];
  readonly intake: Slots;
  /** `<id>@<version>`. */
  readonly pack: string;
}
