/** How strongly a word is parted from the one before it. */
export const Break = { none: 0, phrase: 1, sentence: 2 } as const;

/** A word as we read it, and where it stands in what was typed. */
export interface Token {
  /** Lower case, plain letters, short forms written out. */
  readonly word: string;
  /** The word itself, or those it may be a misspelling of; ids of the vocabulary. */
  readonly ids: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly before: 0 | 1 | 2;
  /** A question mark ends the sentence in which the word stands. */
  readonly asked: boolean;
}

/** A stretch of tokens, the last one excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The exact words that a stretch of tokens was read from. */
export function wordsOf(text: string, tokens: readonly Token[], span: Span): string {
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}

/** First token of the sentence that a token stands in. */
export function sentenceStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && tokens[from]?.before !== Break.sentence) from -= 1;
  return from;
}

/** The token after the last one of the sentence that a token stands in. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  let to = at + 1;
  while (to < tokens.length && tokens[to]?.before !== Break.sentence) to += 1;
  return to;
}
