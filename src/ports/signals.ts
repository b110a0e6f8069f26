/** Something changed that an open socket or stream should look at. Carries no content. */
export type Signal =
  | { readonly type: 'appended'; readonly conversationId: string; readonly lastSeq: number }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly who: 'person' | 'clinician';
      readonly name?: string;
    }
  | { readonly type: 'cases' };

/** Tells listeners in this process. A missed signal costs a delay and no message: the log is the truth. */
export interface Signals {
  publish(signal: Signal): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (signal: Signal) => void): () => void;
}
