import type { Found } from '../knowledge';
import type { Meaning } from './meaning';
import type { HandoffReason } from './effects';

/** What the world tells the machine. `now` is ISO 8601, UTC. */
export type OutsideEvent =
  | { readonly type: 'JOINED'; readonly now: string }
  /** The person wrote something or pressed a button; `meaning` is what was made of it. */
  | {
      readonly type: 'TOLD';
      readonly meaning: Meaning;
      readonly by: 'words' | 'button';
      readonly now: string;
    }
  /** A button that no longer fits, or a value that its question does not take. */
  | {
      readonly type: 'MISPRESSED';
      readonly why: 'old' | 'invalid';
      readonly meaning: Meaning;
      readonly now: string;
    }
  | { readonly type: 'FILE_SENT'; readonly now: string }
  | { readonly type: 'TIMER_RANG'; readonly name: string }
  | { readonly type: 'QUEUE_MOVED'; readonly position: number; readonly estimatedMinutes: number }
  | { readonly type: 'CLAIMED'; readonly clinician: string }
  | { readonly type: 'CLINICIAN_SAID'; readonly clinician: string; readonly text: string }
  | { readonly type: 'RELEASED' }
  | { readonly type: 'RESOLVED'; readonly clinician: string }
  | { readonly type: 'RETURNED'; readonly clinician: string }
  /** Last in every turn: the question that is open is put. */
  | { readonly type: 'TURN_ENDED' };

/** What the person wants beyond telling us something. */
export type Act =
  | { readonly type: 'ANSWERED' }
  | { readonly type: 'ANSWERED_VAGUELY' }
  | { readonly type: 'DID_NOT_KNOW' }
  | { readonly type: 'SAID_YES' }
  | { readonly type: 'SAID_NO' }
  | { readonly type: 'CHECK_WANTED' }
  | { readonly type: 'QUESTION_WANTED' }
  | { readonly type: 'HUMAN_WANTED' }
  | { readonly type: 'SYMPTOM_TOLD' }
  | { readonly type: 'ASKED'; readonly found: Found }
  | { readonly type: 'REMEDY_WANTED'; readonly kind: 'more' | 'stretches' | 'medicine' }
  | { readonly type: 'HAD_ENOUGH' }
  | { readonly type: 'FELT'; readonly how: 'better' | 'same' | 'worse' }
  | { readonly type: 'RATED'; readonly score: number }
  | { readonly type: 'SKIPPED' }
  | { readonly type: 'BACK_WANTED' }
  | { readonly type: 'REPEAT_WANTED' }
  | { readonly type: 'WHY_WANTED' }
  | { readonly type: 'CANCELLED' }
  | { readonly type: 'RESTART_WANTED' }
  | { readonly type: 'CORRECTED' }
  /** Something was wrong, but not what. */
  | { readonly type: 'CORRECTION_WANTED' }
  | { readonly type: 'HELP_WANTED' }
  | { readonly type: 'STORED_WANTED' }
  | { readonly type: 'ERASE_WANTED' }
  | { readonly type: 'QUEUE_LEFT' }
  | { readonly type: 'GREETED' }
  | { readonly type: 'THANKED' }
  | { readonly type: 'SAID_BYE' }
  | { readonly type: 'CHATTED' }
  | { readonly type: 'INSULTED' }
  | { readonly type: 'NOT_UNDERSTOOD' };

/** What the machine tells itself. */
type InnerEvent =
  | { readonly type: 'MET' }
  | { readonly type: 'CRISIS_FOUND' }
  | { readonly type: 'EMERGENCY_FOUND' }
  | { readonly type: 'URGENT_FOUND' }
  | { readonly type: 'SOON_FOUND' }
  | { readonly type: 'MINOR_FOUND' }
  | { readonly type: 'OTHER_FOUND' }
  | { readonly type: 'READBACK_NEEDED' }
  /** Something worth a kind word was told. */
  | { readonly type: 'NOTED'; readonly flags: readonly string[]; readonly grave: boolean }
  | { readonly type: 'FACTS_CHANGED' }
  | { readonly type: 'CLINICIAN_OFFERED'; readonly reason: HandoffReason }
  | { readonly type: 'CLINICIAN_ACCEPTED' }
  | { readonly type: 'CHECK_OFFERED' }
  | { readonly type: 'CAUTIONS_NEEDED' }
  | { readonly type: 'CASE_RESOLVED' }
  | { readonly type: 'CASE_RETURNED' }
  | { readonly type: 'RESTARTED' }
  | { readonly type: 'ERASED' };

export type DialogEvent = OutsideEvent | Act | InnerEvent;
