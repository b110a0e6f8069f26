import type { IntakeQuestion } from '../knowledge';
import { assess, isMinor } from './assessment';
import type { Asking, Context, StandingFlag } from './context';
import type { Script } from './script';
import { isGraver, slotHolds } from './triage';

/** The most questions that the intake asks. */
const intakeLimit = 8;

const isSlot = (context: Context, id: string): boolean =>
  Object.entries(context.slots).some(([slot, value]) => slot === id && value !== undefined);

const stands = (context: Context, flag: string): boolean =>
  context.flags.some((one) => one.id === flag);

/** Whether it is still worth asking about this sign. */
export function isOpen(context: Context, flag: string): boolean {
  return !stands(context, flag) && !context.denied.includes(flag) && !context.doubts.includes(flag);
}

function isKnown(context: Context, question: IntakeQuestion): boolean {
  if (question.kind === 'multi-choice') return context.answered.includes(question.id);
  // A choice that fills several slots asks about none of them once one is known.
  const sets = (question.options ?? []).flatMap((option) => Object.keys(option.sets ?? {}));
  return (
    [question.id, ...sets].some((slot) => isSlot(context, slot)) ||
    (question.flags ?? []).some((id) => !isOpen(context, id))
  );
}

/** The next question about the pain that is neither known, nor skipped, nor beside the point. */
export function nextIntake(script: Script, context: Context): IntakeQuestion | null {
  const ids = new Set(script.words.intake.map((question) => question.id));
  const asked = new Set([...context.trail, ...context.skipped].filter((id) => ids.has(id)));
  if (asked.size >= intakeLimit) return null;
  const next = script.words.intake.find(
    (question) =>
      !context.skipped.includes(question.id) &&
      !isKnown(context, question) &&
      !(question.unless ?? []).some((test) => slotHolds(test, context.slots)),
  );
  return next ?? null;
}

/** The flags that were told and those that follow from the slots. */
export function standingFlags(script: Script, context: Context): readonly StandingFlag[] {
  const derived = assess(script, context).flags.filter(({ id }) => !stands(context, id));
  return [
    ...context.flags,
    ...derived.map(({ id, evidence }) => ({ id, evidence, qualifiers: [], question: null })),
  ];
}

/** The first standing flag of which a detail would make everything more urgent than it is. */
function nextDetail(script: Script, context: Context): string | null {
  const now = assess(script, context).tier;
  const known = standingFlags(script, context);
  const flag = known.find(({ id, qualifiers }) => {
    const detail = script.words.redFlags.get(id)?.detail;
    if (detail === undefined || context.detailed.includes(id) || qualifiers.length > 0) {
      return false;
    }
    return detail.options.some(({ qualifier }) => {
      const flags = known.map((one) => (one.id === id ? { ...one, qualifiers: [qualifier] } : one));
      return isGraver(assess(script, { ...context, flags }).tier, now);
    });
  });
  return flag?.id ?? null;
}

/** The first screen that was neither answered nor made needless by what was told before. */
export function nextScreen(script: Script, context: Context): string | null {
  const screen = script.words.screens.find(
    ({ id, options }) =>
      !context.screened.includes(id) && options.some(({ flag }) => isOpen(context, flag)),
  );
  return screen?.id ?? null;
}

/** What the screening asks next; null when every warning sign has been asked about. */
export function nextCheck(script: Script, context: Context): Asking | null {
  const detail = nextDetail(script, context);
  if (detail !== null) return { id: detail, sort: 'detail' };
  const [sign] = context.signs;
  if (sign !== undefined) return { id: sign, sort: 'sign' };
  const screen = nextScreen(script, context);
  return screen === null ? null : { id: screen, sort: 'screen' };
}

/** Whether every screen has been answered, so that nothing grave can have been missed. */
export function isScreened(script: Script, context: Context): boolean {
  return context.signs.length === 0 && nextScreen(script, context) === null;
}

/**
 * Whether advice on self-care or medicine must not be given: somebody under age, a grave tier told or
 * assessed, or any sign or doubt before the screening is complete.
 */
export function mustWithhold(script: Script, context: Context): boolean {
  const { tier, flags } = assess(script, context);
  const grave = [tier, context.told].some((one) => one === 'emergency' || one === 'urgent');
  const unresolved = flags.length + context.doubts.length + context.confirm.length > 0;
  return grave || isMinor(context) || (unresolved && !isScreened(script, context));
}
