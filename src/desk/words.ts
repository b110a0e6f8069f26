import type { Tier } from '../../knowledge';
import type { ChannelKind } from '../ports/conversations';

/** What a clinician calls a tier. Null is somebody who asked for a person before any triage. */
export const tierWord = (tier: Tier | null): string =>
  tier === null ? 'Not triaged' : tierWords[tier];

const tierWords: Readonly<Record<Tier, string>> = {
  emergency: 'Emergency',
  urgent: 'Urgent',
  soon: 'Soon',
  'self-care': 'Self-care',
};

const reasons: ReadonlyMap<string, string> = new Map([
  ['emergency', 'Signs of an emergency'],
  ['urgent', 'Needs a clinician today'],
  ['soon', 'Should see a clinician within days'],
  ['asked', 'Asked for a clinician'],
  ['not-understood', 'The bot could not understand'],
]);

/** Why somebody was handed over, in words. A reason that is words already stays as it is. */
export const reasonWords = (reason: string): string => reasons.get(reason) ?? reason;

const channels: ReadonlyMap<string, string> = new Map<ChannelKind, string>([
  ['directline', 'Web chat'],
  ['teams', 'Teams'],
  ['azure', 'Azure Bot Service'],
]);

export const channelWord = (channel: string): string => channels.get(channel) ?? channel;

/** A short code tells people apart who gave no name. */
export const personWords = (personName: string | null, caseId: string): string => {
  const given = personName?.trim();
  if (given) return given;
  return `Patient ${caseId
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(-4)
    .toUpperCase()}`;
};
