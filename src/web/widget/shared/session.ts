/** The right to talk in one conversation, as the server gave it. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
  /** Shown later to go on with the same conversation. */
  readonly resume: string;
  /** False when the conversation is a new one. */
  readonly resumed: boolean;
  /** The region of the conversation, where the server says it. */
  readonly region: string | undefined;
  /** In the browser's own time, in ms. */
  readonly expiresAt: number;
  /** How long it worked when it was fresh, in ms. */
  readonly lifetime: number;
}
