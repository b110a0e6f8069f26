import type { Case, Cases } from '../ports/cases';
import { AppError } from '../ports/errors';

const ended: Partial<Record<Case['status'], string>> = {
  left: 'The patient has left the chat.',
  resolved: 'This case has been resolved.',
  returned: 'The patient is with the bot again.',
};

/** Why a case is not there to be claimed any more, in words for the clinician who tried. */
export function takenWords(found: Case | null, clinician: string): string {
  if (!found) return 'This case is not there any more.';
  if (found.status === 'claimed') {
    return found.claimedBy === clinician
      ? 'You have this case already.'
      : `${found.claimedBy ?? 'A colleague'} took this case a moment ago.`;
  }
  return ended[found.status] ?? 'Somebody was faster. Please look again.';
}

/** A case that this clinician may look at: anybody's while it waits, then only the owner's. */
export async function visibleCase(cases: Cases, id: string, clinician: string): Promise<Case> {
  const found = await cases.find(id);
  if (!found) throw new AppError('case-not-found', 'There is no such case.');
  if (found.status === 'waiting' || found.claimedBy === clinician) return found;
  throw new AppError('case-not-yours', takenWords(found, clinician));
}

/** A case that this clinician has claimed and not ended. */
export async function ownCase(cases: Cases, id: string, clinician: string): Promise<Case> {
  const found = await visibleCase(cases, id, clinician);
  if (found.status === 'claimed') return found;
  throw new AppError('case-not-yours', ended[found.status] ?? 'Claim this case first.');
}
