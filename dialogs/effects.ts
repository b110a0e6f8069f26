import type { Tier } from '../knowledge';
import type { Message, Outcome, OutcomeFlag } from './message';

/** Timers that the dialogue sets; a due one comes back as an input. */
export type TimerName = 'silence' | 'follow-up' | 'queue-check' | 'expiry';

/** Why a person was handed over. */
export type HandoffReason = 'emergency' | 'urgent' | 'soon' | 'asked' | 'not-understood';

/** What a turn wants done. Plain data; the shell carries it out in the turn's own transaction. */
export type Effect =
  | { readonly type: 'say'; readonly message: Message }
  /** Told to the person in the message right before; clients get the event `triage.outcome`. */
  | { readonly type: 'conclude'; readonly outcome: Outcome }
  /** Puts a case into the queue and sends `handoff.initiate`; at most one case is open a conversation. */
  | {
      readonly type: 'openCase';
      readonly tier: Tier | null;
      readonly reason: HandoffReason;
      readonly outcome: Outcome;
    }
  /** The open case became graver, or more was learned. */
  | { readonly type: 'updateCase'; readonly tier: Tier | null; readonly outcome: Outcome }
  /** The person left the queue, or the conversation ended. */
  | { readonly type: 'closeCase'; readonly reason: 'left' | 'expired' | 'erased' }
  /** A warning sign during the live chat: shown at the desk at once. */
  | { readonly type: 'alertClinician'; readonly flags: readonly OutcomeFlag[] }
  /** Sent as `handoff.status`. */
  | {
      readonly type: 'handoffStatus';
      readonly state: 'accepted' | 'failed' | 'completed';
      readonly message: string;
    }
  /** Sent as `handoff.queued`. */
  | { readonly type: 'queued'; readonly position: number; readonly estimatedMinutes: number }
  /** Words of a clinician, shown under the clinician's name. */
  | { readonly type: 'relay'; readonly clinician: string; readonly text: string }
  | { readonly type: 'schedule'; readonly timer: TimerName; readonly afterSeconds: number }
  | { readonly type: 'unschedule'; readonly timer: TimerName }
  /** A question that the knowledge had no sure answer to; counted, never stored with the words. */
  | { readonly type: 'unanswered' }
  | { readonly type: 'rate'; readonly score: number }
  /** Everything about this conversation is deleted. */
  | { readonly type: 'erase' };
