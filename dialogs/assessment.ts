import type { Tier } from '../knowledge';
import type { Context, Facts } from './context';
import type { Outcome } from './message';
import { packName, type Script } from './script';
import { graver, triage } from './triage';

/** Younger people than this are not advised by the bot. */
export const adultAge = 16;

/** Whether the person who needs help is too young for the bot's advice. */
export function isMinor(facts: Pick<Facts, 'patient' | 'slots'>): boolean {
  return facts.slots.age === undefined ? facts.patient === 'child' : facts.slots.age < adultAge;
}

/** How much a sign weighs that a person could not tell about: less than the sign, never nothing. */
function weightOfDoubt(script: Script, flag: string): Tier {
  const tier = script.pack.rules.get(flag)?.tier;
  if (tier === 'emergency') return 'urgent';
  return tier === 'urgent' ? 'soon' : 'self-care';
}

/**
 * How pressing everything known is now. Doubts and a young age can only make it graver.
 * What was told before does not count here; see `outcomeOf`.
 */
export function assess(script: Script, facts: Facts): ReturnType<typeof triage> {
  const { rules, withoutFlags } = script.pack;
  const { tier, flags } = triage(rules, withoutFlags, facts.flags, facts.slots, facts.said);
  const floors = facts.doubts.map((flag) => weightOfDoubt(script, flag));
  if (isMinor(facts)) floors.push('soon');
  return { tier: floors.reduce<Tier>(graver, tier), flags };
}

/** The result as clients get it. Its tier never falls below what the person has been told. */
export function outcomeOf(script: Script, context: Context): Outcome {
  const { tier, flags } = assess(script, context);
  return {
    tier: graver(tier, context.told ?? 'self-care'),
    flags,
    intake: context.slots,
    pack: packName(script),
  };
}
