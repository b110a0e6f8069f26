import { partsOf } from './acts';
import { assess, isMinor } from './assessment';
import type { Context } from './context';
import type { Act, DialogEvent } from './events';
import { isSilent, remember, together, type Heard } from './heard';
import type { Meaning, HeardFlag } from './meaning';
import type { OutcomeFlag } from './message';
import type { Script } from './script';
import { isGraver } from './triage';

/** The flag that calls for the crisis line and a person, whatever else is true. */
export const crisisFlag = 'self-harm';

/** What an utterance changes in memory and what it sets off, in this order. */
export interface Considered {
  readonly context: Context;
  readonly events: readonly DialogEvent[];
}

const has = (flags: readonly { readonly id: string }[], id: string): boolean =>
  flags.some((flag) => flag.id === id);

/** The flags that weigh more than before, or were said again. */
function risen(
  before: readonly OutcomeFlag[],
  after: readonly OutcomeFlag[],
  tier: OutcomeFlag['tier'],
): readonly OutcomeFlag[] {
  return after.filter(
    (flag) =>
      flag.tier === tier && !before.some((one) => one.id === flag.id && !isGraver(tier, one.tier)),
  );
}

/** Flags worded so vaguely that they are read back, and grave enough for the trouble. */
function worthReadingBack(
  script: Script,
  context: Context,
  unsure: readonly HeardFlag[],
): Context['confirm'] {
  const now = assess(script, context).tier;
  const told = context.told ?? 'self-care';
  const waiting = unsure
    .filter(({ id }) => !has(context.flags, id) && !has(context.confirm, id))
    .filter((flag) => {
      const standing = { ...flag, qualifiers: [...flag.qualifiers], question: null };
      const { tier } = assess(script, { ...context, flags: [...context.flags, standing] });
      return isGraver(tier, now) && isGraver(tier, told);
    });
  return [
    ...context.confirm,
    ...waiting.map((flag) => ({ ...flag, qualifiers: [...flag.qualifiers] })),
  ];
}

const inCheck = (context: Context): boolean =>
  context.asking !== null && ['intake', 'screen', 'sign', 'detail'].includes(context.asking.sort);

/** The most pressing finding of this utterance, if any has to be told at once. */
function finding(
  script: Script,
  before: Context,
  after: Context,
  heard: { readonly beside: Heard; readonly answer: Heard },
): DialogEvent | null {
  const said = together(heard.beside, heard.answer);
  const was = assess(script, before);
  const is = assess(script, after);
  const emergencies = [
    ...risen(was.flags, is.flags, 'emergency'),
    ...is.flags.filter((flag) => flag.tier === 'emergency' && has(said.flags, flag.id)),
  ];
  if (has(said.flags, crisisFlag)) return { type: 'CRISIS_FOUND' };
  if (emergencies.length > 0) return { type: 'EMERGENCY_FOUND' };
  const { told } = before;
  if (told === 'emergency' || told === 'urgent') return null;
  const ofItself = assess(script, remember(before, heard.beside));
  const cannotTell = said.doubts.some((id) => script.pack.rules.get(id)?.tier === 'emergency');
  if (risen(was.flags, ofItself.flags, 'urgent').length > 0 || cannotTell) {
    return { type: 'URGENT_FOUND' };
  }
  if (told === null || inCheck(before) || !isGraver(is.tier, told)) return null;
  return is.tier === 'urgent' ? { type: 'URGENT_FOUND' } : { type: 'SOON_FOUND' };
}

/** Wishes that are still worth granting after something grave has been told. */
function afterFinding(found: DialogEvent | null, acts: readonly Act[]): readonly Act[] {
  if (found === null) return acts;
  const stopped = found.type === 'EMERGENCY_FOUND' || found.type === 'CRISIS_FOUND';
  const kept = stopped
    ? ['HUMAN_WANTED', 'ERASE_WANTED']
    : ['ANSWERED', 'DID_NOT_KNOW', 'ASKED', 'HUMAN_WANTED', 'ERASE_WANTED'];
  return acts.filter(({ type }) => kept.includes(type));
}

/** Pure: what the words mean for what is known, what has to be told at once, and what is wanted. */
export function consider(script: Script, context: Context, meaning: Meaning): Considered {
  const parts = partsOf(script, context, meaning);
  const known = remember(remember(context, parts.beside), parts.answer);
  const found = finding(script, context, known, parts);
  const stopped = found?.type === 'EMERGENCY_FOUND' || found?.type === 'CRISIS_FOUND';
  const acts = afterFinding(found, parts.acts);
  const lost = acts.some(({ type }) => type === 'NOT_UNDERSTOOD');
  const minor = isMinor(known) && !context.mentioned.includes('minor');
  const other = known.patient === 'other' && !context.mentioned.includes('other');
  const after: Context = {
    ...known,
    confirm: stopped ? [] : worthReadingBack(script, known, parts.beside.unsure),
    misses: lost ? context.misses + 1 : 0,
    mentioned: [
      ...known.mentioned,
      ...(minor ? (['minor'] as const) : []),
      ...(other ? (['other'] as const) : []),
    ],
    news: context.told === null ? {} : { ...context.news, ...parts.beside.slots },
    spoke: true,
    nudged: false,
    due: true,
  };
  const judged = assess(script, after);
  const before = assess(script, context).flags;
  const added = judged.flags.filter(({ id }) => !has(before, id));
  const changed = !isSilent(together(parts.beside, parts.answer));
  const grave = added.some(({ tier }) => tier !== 'soon');
  const events: DialogEvent[] = [];
  if (found !== null) events.push(found);
  if (minor && !stopped) events.push({ type: 'MINOR_FOUND' });
  if (other && !stopped) events.push({ type: 'OTHER_FOUND' });
  if (found === null && added.length > 0) {
    events.push({ type: 'NOTED', flags: added.map(({ id }) => id), grave });
  }
  if (changed && found === null) events.push({ type: 'FACTS_CHANGED' });
  if (after.confirm.length > context.confirm.length) events.push({ type: 'READBACK_NEEDED' });
  return { context: after, events: [...events, ...acts] };
}
