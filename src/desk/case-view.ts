import type { Case } from '../ports/cases';
import type { CaseView } from './protocol';
import { channelWord, personWords, reasonWords, tierWord } from './words';

/** A case as the page's lists show it. Holds nothing that the person wrote but the name. */
export function caseView(found: Case): CaseView {
  return {
    id: found.id,
    person: personWords(found.personName, found.id),
    tier: found.tier,
    tierWord: tierWord(found.tier),
    reason: reasonWords(found.reason, found.tier),
    status: found.status,
    channel: channelWord(found.channel),
    openedAt: found.openedAt,
    claimedBy: found.claimedBy,
    claimedAt: found.claimedAt,
    position: found.position,
    flags: found.outcome.flags.length,
  };
}
