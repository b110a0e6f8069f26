import type { Condition, Pack, SlotName, SlotTest, Slots, Tier } from '../knowledge';
import type { HeardFlag } from './meaning';
import type { OutcomeFlag } from './message';

type FlagTier = OutcomeFlag['tier'];

const urgency: Readonly<Record<Tier, number>> = {
  emergency: 3,
  urgent: 2,
  soon: 1,
  'self-care': 0,
};

/** True when `tier` is more pressing than `other`; anything is more pressing than nothing. */
export function isGraver(tier: Tier, other: Tier | null): boolean {
  return other === null || urgency[tier] > urgency[other];
}

/** The more pressing of the two. */
export function graver<T extends Tier>(one: T, other: T): T {
  return urgency[other] > urgency[one] ? other : one;
}

/** Whether what is known of a slot meets the test. A slot that nobody filled meets none. */
export function slotHolds(test: SlotTest, slots: Slots): boolean {
  const value = slots[test.slot];
  if (value === undefined) return false;
  if (test.includes !== undefined) {
    return Array.isArray(value) && value.some((part) => part === test.includes);
  }
  if (test.equals !== undefined) return value === test.equals;
  if (typeof value !== 'number') return false;
  if (test.atLeast !== undefined) return value >= test.atLeast;
  return test.above !== undefined && value > test.above;
}

interface Standing {
  readonly id: string;
  readonly qualifiers: readonly string[];
  readonly evidence: string;
}

/** Each flag once, with the qualifiers of all its mentions and the words of the first. */
function united(flags: readonly HeardFlag[]): Map<string, Standing> {
  const byId = new Map<string, Standing>();
  for (const flag of flags) {
    const before = byId.get(flag.id);
    byId.set(
      flag.id,
      before === undefined
        ? flag
        : { ...before, qualifiers: [...new Set([...before.qualifiers, ...flag.qualifiers])] },
    );
  }
  return byId;
}

function holds(
  condition: Condition,
  flag: Standing,
  others: ReadonlySet<string>,
  slots: Slots,
): boolean {
  return (
    (condition.qualifiers?.some((id) => flag.qualifiers.includes(id)) ?? true) &&
    (condition.flags?.some((id) => id !== flag.id && others.has(id)) ?? true) &&
    (condition.slots?.some((test) => slotHolds(test, slots)) ?? true)
  );
}

/**
 * How pressing everything known is: flags as heard, flags that the slots mean, each as grave as its
 * company makes it. `said` holds the words in which slots were told, as evidence for derived flags.
 * Flags that the pack has no rule for do not count.
 */
export function triage(
  rules: Pack['rules'],
  withoutFlags: Pack['withoutFlags'],
  flags: readonly HeardFlag[],
  slots: Slots,
  said: Readonly<Partial<Record<SlotName, string>>> = {},
): { readonly tier: Tier; readonly flags: readonly OutcomeFlag[] } {
  const standing = united(flags.filter((flag) => rules.has(flag.id)));
  for (const rule of rules.values()) {
    const cause = rule.derive.find((test) => slotHolds(test, slots));
    if (cause !== undefined && !standing.has(rule.id)) {
      const evidence = said[cause.slot] ?? `${cause.slot}: ${String(slots[cause.slot])}`;
      standing.set(rule.id, { id: rule.id, qualifiers: [], evidence });
    }
  }
  const ids = new Set(standing.keys());
  const judged: OutcomeFlag[] = [];
  for (const flag of standing.values()) {
    const rule = rules.get(flag.id);
    if (rule === undefined) continue;
    const tier = rule.raise
      .filter((raise) => holds(raise.when, flag, ids, slots))
      .reduce<FlagTier>((so, raise) => graver(so, raise.tier), rule.tier);
    judged.push({ id: flag.id, tier, evidence: flag.evidence });
  }
  if (judged.length > 0) {
    const tier = judged.reduce<Tier>((so, flag) => graver<Tier>(so, flag.tier), 'self-care');
    return { tier, flags: judged };
  }
  const nobody: Standing = { id: '', qualifiers: [], evidence: '' };
  const first = withoutFlags.find(({ when }) => holds(when, nobody, ids, slots));
  return { tier: first?.tier ?? 'self-care', flags: [] };
}
