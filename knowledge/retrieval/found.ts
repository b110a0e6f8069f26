/** An entry of the knowledge that may answer the question asked, and how sure that is, 0 to 1. */
export interface RankedAnswer {
  readonly id: string;
  readonly confidence: number;
}

/** What the knowledge has to say to an utterance that asks something. */
export type Found =
  | { readonly kind: 'sure'; readonly best: RankedAnswer }
  | {
      readonly kind: 'likely';
      readonly best: RankedAnswer;
      readonly others: readonly RankedAnswer[];
    }
  | { readonly kind: 'unsure'; readonly others: readonly RankedAnswer[] }
  /** A kind of question that we do not answer: an id of `out-of-scope.yaml`. */
  | { readonly kind: 'out-of-scope'; readonly id: string };

/** Looks a question up. Pure, built once for a pack and a language; under a millisecond a call. */
export type Retrieve = (question: string) => Found;
