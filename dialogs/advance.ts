import type { Context } from './context';
import { isOpen } from './progress';
import { cautionKey } from './remedies';
import type { Script } from './script';

const added = (list: readonly string[], id: string): string[] => [...new Set([...list, id])];

/** Walks on to the next sign of the screen that is asked sign by sign; after the last it is answered. */
function afterSign(script: Script, context: Context): Partial<Context> {
  const [sign, ...rest] = context.signs;
  const signs = rest.filter((flag) => isOpen(context, flag));
  const screen = script.words.screens.find(({ options }) =>
    options.some(({ flag }) => flag === sign),
  );
  if (signs.length > 0 || screen === undefined) return { signs };
  return {
    signs,
    screened: added(context.screened, screen.id),
    trail: added(context.trail, screen.id),
  };
}

/** What changes when the open question was answered. */
export function answered(script: Script, context: Context): Partial<Context> {
  const { asking } = context;
  switch (asking?.sort) {
    case 'intake':
      return {
        trail: added(context.trail, asking.id),
        answered: added(context.answered, asking.id),
      };
    case 'screen':
      return {
        screened: added(context.screened, asking.id),
        trail: added(context.trail, asking.id),
      };
    case 'sign':
      return afterSign(script, context);
    case 'detail':
      return { detailed: added(context.detailed, asking.id) };
    case 'caution':
      return { answered: added(context.answered, asking.id) };
    case 'confirm':
    case 'standard':
    case undefined:
    default:
      return {};
  }
}

/** What changes when the person cannot tell: a question is let go, a screen is asked sign by sign. */
export function unknown(script: Script, context: Context): Partial<Context> {
  const { asking } = context;
  if (asking?.sort === 'intake') {
    return {
      skipped: added(context.skipped, asking.id),
      trail: added(context.trail, asking.id),
    };
  }
  if (asking?.sort === 'caution') {
    return { skipped: added(context.skipped, cautionKey(asking.id)) };
  }
  if (asking?.sort !== 'screen') return answered(script, context);
  const screen = script.words.screens.find(({ id }) => id === asking.id);
  const open = screen?.options.map(({ flag }) => flag).filter((flag) => isOpen(context, flag));
  return { signs: open ?? [] };
}

/** The signs that a screen leaves unanswered when somebody insists on skipping it. */
export function leftOpen(script: Script, context: Context): readonly string[] {
  const { asking } = context;
  if (asking?.sort === 'sign') return [asking.id];
  const screen = script.words.screens.find(({ id }) => id === asking?.id);
  return (screen?.options ?? []).map(({ flag }) => flag).filter((flag) => isOpen(context, flag));
}

/** One question back: what it was answered with is forgotten, unless the person was told about it. */
export function stepBack(script: Script, context: Context): Partial<Context> {
  const id = context.trail.at(-1);
  if (id === undefined) return {};
  const screen = script.words.screens.find((one) => one.id === id);
  const intake = script.words.intake.find((one) => one.id === id);
  const asked = new Set([
    ...(intake?.flags ?? []),
    ...(screen?.options ?? []).map(({ flag }) => flag),
  ]);
  const gone = context.flags.filter(
    (flag) => flag.question === id && !context.toldFlags.includes(flag.id),
  );
  const sets = (intake?.options ?? []).flatMap((option) => Object.keys(option.sets ?? {}));
  const slots = Object.entries(context.slots).filter(
    ([slot]) => slot !== id && !sets.includes(slot),
  );
  return {
    trail: context.trail.slice(0, -1),
    skipped: context.skipped.filter((one) => one !== id),
    answered: context.answered.filter((one) => one !== id),
    screened: context.screened.filter((one) => one !== id),
    signs: [],
    flags: context.flags.filter((flag) => !gone.includes(flag)),
    doubts: context.doubts.filter((flag) => !asked.has(flag)),
    denied: context.denied.filter((flag) => !asked.has(flag)),
    detailed: context.detailed.filter((flag) => !gone.some((one) => one.id === flag)),
    slots: intake === undefined ? context.slots : Object.fromEntries(slots),
  };
}

/** Whether the question that going back leads to belongs to the intake. */
export function backIsIntake(script: Script, context: Context): boolean {
  return script.words.intake.some(({ id }) => id === context.trail.at(-1));
}
