import type { Plan, Remedy } from '../knowledge';
import { adultAge, assess } from './assessment';
import type { Context } from './context';
import type { Script } from './script';

export type RemedyWish = 'plan' | 'more' | 'stretches' | 'medicine';

/** What is shown of a self-care plan, and what is left out and why. Ids of the pack. */
export interface Remedies {
  readonly wish: RemedyWish;
  readonly plan: string;
  /** Only what is safe for somebody who has yet to be seen. */
  readonly gentle: boolean;
  readonly shown: readonly string[];
  /** Left out because what matters for it was not told. */
  readonly unknown: boolean;
  readonly leftOut: readonly { readonly id: string; readonly because: 'caution' | 'age' }[];
}

/** How many remedies are shown at once: few enough to be read lying down. */
const atOnce: Readonly<Record<RemedyWish, number>> = {
  plan: 2,
  more: 2,
  stretches: 1,
  medicine: 3,
};

/** What is safe to suggest to somebody who has yet to be seen. */
const gentleKinds: ReadonlySet<Remedy['kind']> = new Set(['rest', 'cold', 'heat', 'sleep']);

/** The first plan that fits what set the pain off; the last one of a pack fits everybody. */
export function planFor(script: Script, context: Context): Plan | undefined {
  const { trigger } = context.slots;
  return (
    script.words.plans.find(
      ({ triggers }) => trigger !== undefined && triggers?.includes(trigger) === true,
    ) ?? script.words.plans.at(-1)
  );
}

function fits(remedy: Remedy, wish: RemedyWish): boolean {
  if (wish === 'stretches') return remedy.kind === 'stretch';
  if (wish === 'medicine') return remedy.kind === 'medicine';
  return remedy.kind !== 'medicine' && remedy.kind !== 'stretch';
}

function obstacle(remedy: Remedy, context: Context): 'caution' | 'age' | null {
  const { age, nsaidCautions, pregnant } = context.slots;
  const cautions: readonly string[] = [
    ...(nsaidCautions ?? []),
    ...(pregnant === true ? ['pregnancy'] : []),
  ];
  if (remedy.notWith?.some((caution) => cautions.includes(caution)) === true) return 'caution';
  const least = Math.max(remedy.notUnderAge ?? 0, remedy.kind === 'medicine' ? adultAge : 0);
  return age !== undefined && age < least ? 'age' : null;
}

/** The remedies that this person may have next: those of the plan first, then the others of the pack. */
export function remediesFor(script: Script, context: Context, wish: RemedyWish): Remedies {
  const plan = planFor(script, context);
  const gentle = assess(script, context).tier !== 'self-care';
  const order = [...new Set([...(plan?.remedies ?? []), ...script.words.remedies.keys()])];
  const candidates = order
    .flatMap((id) => script.words.remedies.get(id) ?? [])
    .filter((remedy) => fits(remedy, wish) && !context.remediesShown.includes(remedy.id))
    .filter((remedy) => !gentle || gentleKinds.has(remedy.kind));
  // Without knowing what speaks against it no medicine is named.
  const unknown =
    wish === 'medicine' && !['age', 'nsaidCautions'].every((id) => isCautionKnown(context, id));
  const possible = candidates.filter((remedy) => obstacle(remedy, context) === null);
  return {
    wish,
    plan: plan?.id ?? '',
    gentle,
    shown: unknown ? [] : possible.slice(0, atOnce[wish]).map(({ id }) => id),
    unknown,
    leftOut: candidates.flatMap((remedy) => {
      const because = obstacle(remedy, context);
      return because === null ? [] : [{ id: remedy.id, because }];
    }),
  };
}

/** The choices that still lead to something. */
export function openWishes(script: Script, context: Context): readonly RemedyWish[] {
  const wishes: readonly RemedyWish[] = ['more', 'stretches', 'medicine'];
  return wishes.filter((wish) => {
    const { shown, leftOut, unknown } = remediesFor(script, context, wish);
    const unasked = unknown && nextCaution(script, { ...context, held: null }) !== null;
    return shown.length > 0 || unasked || (wish === 'medicine' && !unknown && leftOut.length > 0);
  });
}

/** Marks a question that was let go again when medicine was asked about. */
export const cautionKey = (id: string): string => `caution:${id}`;

/** A list of cautions that was only mentioned in passing is not whole. */
function isCautionKnown(context: Context, id: string): boolean {
  return id === 'age' ? context.slots.age !== undefined : context.answered.includes(id);
}

/** What has to be known before medicine is spoken about and is not: questions of the intake, in order. */
export function nextCaution(script: Script, context: Context): string | null {
  const needed = context.held?.kind === 'answer' ? ['nsaidCautions'] : ['age', 'nsaidCautions'];
  const next = needed.find(
    (id) =>
      !context.skipped.includes(cautionKey(id)) &&
      !isCautionKnown(context, id) &&
      script.words.intake.some((question) => question.id === id),
  );
  return next ?? null;
}
