import type { AnswerValue } from './meaning';

/** What a turn starts from: something the person, the desk, the queue or a timer did. */
export type Input =
  /** The person opened the chat, or came back to it. */
  | { readonly type: 'joined' }
  | { readonly type: 'said'; readonly text: string }
  /** A button or a card. `question` is the id of the question that it belongs to. */
  | { readonly type: 'chose'; readonly question: string; readonly answer: AnswerValue }
  /** A file was sent; its content is kept for the clinician and not looked at. */
  | { readonly type: 'attached'; readonly name: string; readonly contentType: string }
  | { readonly type: 'timer'; readonly name: string }
  | { readonly type: 'queue'; readonly position: number; readonly estimatedMinutes: number }
  | { readonly type: 'claimed'; readonly clinician: string }
  | { readonly type: 'clinicianSaid'; readonly clinician: string; readonly text: string }
  /** The clinician's browser died or the clinician let go: back to the queue. */
  | { readonly type: 'released' }
  | { readonly type: 'resolved'; readonly clinician: string; readonly note?: string }
  | { readonly type: 'returned'; readonly clinician: string };
