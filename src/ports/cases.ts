import type { Outcome } from '../../dialogs';

export type CaseStatus = 'waiting' | 'claimed' | 'resolved' | 'returned' | 'left';

/** A person who waits for or talks with a clinician. */
export interface Case {
  readonly id: string;
  readonly conversationId: string;
  readonly tier: Outcome['tier'] | null;
  readonly reason: string;
  readonly outcome: Outcome;
  readonly status: CaseStatus;
  readonly openedAt: string;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
  readonly closedAt: string | null;
  readonly personName: string | null;
  readonly channel: string;
  /** 1 is next; null unless waiting. */
  readonly position: number | null;
}

/** The clinicians' work on cases. Each call that changes one takes a turn of its conversation. */
export interface Cases {
  /** Waiting ones by tier, then by waiting time; then the claimed ones of this clinician. */
  list(
    clinician: string,
  ): Promise<{ readonly waiting: readonly Case[]; readonly own: readonly Case[] }>;
  find(caseId: string): Promise<Case | null>;
  /** Only one of two who press at once gets it. Throws `AppError` `case-taken`, `case-not-found`. */
  claim(caseId: string, clinician: string): Promise<Case>;
  /** `inputId` makes a repeated request harmless. Throws `case-not-yours`. */
  reply(caseId: string, clinician: string, inputId: string, text: string): Promise<void>;
  resolve(caseId: string, clinician: string, note?: string): Promise<void>;
  returnToBot(caseId: string, clinician: string): Promise<void>;
  release(caseId: string, clinician: string): Promise<void>;
}
