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

const tierReasons: Readonly<Record<Tier, string>> = {
  emergency: 'Signs of an emergency',
  urgent: 'Needs a clinician today',
  soon: 'Should see a clinician within days',
  'self-care': 'Wants to talk about self-care',
};

const reasons: ReadonlyMap<string, string> = new Map([
  ['asked', 'Asked for a clinician'],
  ['not-understood', 'The bot could not understand'],
]);

/** Why somebody is here, in words. What the triage found may have become graver since the handover. */
export const reasonWords = (reason: string, tier: Tier | null): string =>
  reason in tierReasons && tier !== null ? tierReasons[tier] : (reasons.get(reason) ?? reason);

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
