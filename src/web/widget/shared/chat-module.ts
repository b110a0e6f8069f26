import type { Session } from './session';

/** What the launcher hands to the chat, which is loaded apart from it. */
export interface ChatOptions {
  /** Where Web Chat's own styles go. */
  readonly root: ShadowRoot;
  readonly container: HTMLElement;
  /** The server's origin. */
  readonly server: string;
  readonly locale: string;
  readonly nonce: string | undefined;
  readonly session: Session;
  /** A fresh session of the same conversation; null when the conversation is gone. Rejects when offline. */
  readonly renew: () => Promise<Session | null>;
  /** The conversation was erased or is not kept any more. */
  readonly onGone: () => void;
  /** The service can be reached, or not. */
  readonly onReachable: (reachable: boolean) => void;
  /** Somebody else than the person wrote something new. */
  readonly onMessage: () => void;
}

export interface Chat {
  /** Puts the cursor into the message box. */
  focus(): void;
  unmount(): void;
}

/** What the chat's bundle exports. */
export interface ChatModule {
  readonly mount: (options: ChatOptions) => Chat;
}
