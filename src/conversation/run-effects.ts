import type { Effect, Outcome } from '../../dialogs';
import type { Author } from '../ports/log';
import type { QueuedCase } from '../ports/store';
import { later } from './system-clock';
import { type TurnDraft, write } from './turn-draft';

const bot: Author = { role: 'bot' };

/** Carries out what the dialogue wants, in its order and in the turn's own transaction. */
export async function runEffects(draft: TurnDraft, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) await runEffect(draft, effect);
}

async function runEffect(draft: TurnDraft, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'say':
      write(draft, bot, { type: 'message', message: effect.message });
      return;
    case 'conclude':
      write(draft, bot, { type: 'outcome', outcome: effect.outcome });
      draft.counts.push((metrics) => metrics.concluded(effect.outcome));
      return;
    case 'openCase':
      return openCase(draft, effect);
    case 'updateCase': {
      const open = await draft.unit.cases.openOf(draft.key);
      if (open) await learnMore(draft, open, effect);
      return;
    }
    case 'closeCase':
      return closeCase(draft);
    case 'alertClinician':
      write(draft, bot, { type: 'alert', flags: effect.flags });
      draft.casesChanged = true;
      return;
    case 'handoffStatus':
      write(draft, bot, {
        type: 'handoffStatus',
        state: effect.state,
        message: effect.message,
      });
      return;
    case 'queued':
      write(draft, bot, {
        type: 'queued',
        position: effect.position,
        estimatedMinutes: effect.estimatedMinutes,
      });
      return;
    case 'relay':
      write(
        draft,
        { role: 'clinician', name: effect.clinician },
        { type: 'relay', text: effect.text },
      );
      return;
    case 'schedule':
      return draft.unit.timers.set(
        draft.key,
        effect.timer,
        `timer:${draft.clock.newId()}`,
        later(draft.now, effect.afterSeconds),
      );
    case 'unschedule':
      return draft.unit.timers.remove(draft.key, effect.timer);
    case 'unanswered':
      draft.counts.push((metrics) => metrics.unanswered());
      return;
    case 'rate':
      draft.counts.push((metrics) => metrics.rated(effect.score));
      return;
    case 'erase':
      draft.erased = true;
      draft.casesChanged = true;
      draft.queueChanged = true;
      return;
  }
}

async function openCase(
  draft: TurnDraft,
  effect: Extract<Effect, { type: 'openCase' }>,
): Promise<void> {
  const open = await draft.unit.cases.openOf(draft.key);
  if (open) return learnMore(draft, open, effect);
  const id = draft.clock.newId();
  await draft.unit.cases.insert({
    id,
    key: draft.key,
    tier: effect.tier,
    reason: effect.reason,
    outcome: effect.outcome,
    openedAt: draft.now,
    personName: draft.conversation.userName ?? null,
    channel: draft.conversation.channel,
  });
  write(draft, bot, {
    type: 'handoffInitiated',
    caseId: id,
    tier: effect.tier,
    outcome: effect.outcome,
    reason: effect.reason,
  });
  draft.casesChanged = true;
  draft.queueChanged = true;
  draft.counts.push((metrics) => metrics.caseOpened(effect.tier, effect.reason));
}

async function learnMore(
  draft: TurnDraft,
  open: QueuedCase,
  effect: { readonly tier: Outcome['tier'] | null; readonly outcome: Outcome },
): Promise<void> {
  const tier = graver(open.tier, effect.tier);
  await draft.unit.cases.change(
    open.id,
    { status: open.status },
    { tier, outcome: effect.outcome },
  );
  draft.casesChanged = true;
  if (open.status === 'waiting') draft.queueChanged = true;
}

async function closeCase(draft: TurnDraft): Promise<void> {
  const open = await draft.unit.cases.openOf(draft.key);
  if (!open) return;
  await draft.unit.cases.change(
    open.id,
    { status: open.status },
    { status: 'left', closedAt: draft.now },
  );
  draft.casesChanged = true;
  draft.queueChanged = true;
}

const gravest: readonly (Outcome['tier'] | null)[] = [
  'emergency',
  'urgent',
  'soon',
  'self-care',
  null,
];

/** A case is never made less pressing by what is said later: that is for the clinician to decide. */
function graver(
  one: Outcome['tier'] | null,
  other: Outcome['tier'] | null,
): Outcome['tier'] | null {
  return gravest.indexOf(one) <= gravest.indexOf(other) ? one : other;
}
