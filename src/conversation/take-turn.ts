import type { Dialog } from '../../dialogs';
import type { Clock } from '../ports/clock';
import type { Incoming, Turn } from '../ports/conversations';
import { AppError } from '../ports/errors';
import type { LogEntry } from '../ports/log';
import type { Metrics } from '../ports/metrics';
import type { Signals } from '../ports/signals';
import type { OpenedTurn, Store, StoreUnit } from '../ports/store';
import type { Lanes } from './lanes';
import { personOf, receivedBody } from './received';
import { runEffects } from './run-effects';
import { later } from './system-clock';
import { type TurnDraft, write } from './turn-draft';

export interface TurnParts {
  readonly store: Store;
  readonly dialog: Dialog;
  readonly clock: Clock;
  readonly signals: Signals;
  readonly metrics: Metrics;
  readonly lanes: Lanes;
  /** Called after a commit that may have changed the order of the waiting. */
  readonly queueChanged: () => void;
}

/**
 * What belongs to the turn but not to the dialogue, such as claiming a case. Runs in the turn's
 * transaction, before the dialogue. False drops the turn as if it had never come; an error undoes it.
 */
export type Prepare = (unit: StoreUnit, opened: OpenedTurn, now: string) => Promise<boolean>;

export type TakeTurn = (
  conversationId: string,
  incoming: Incoming,
  prepare?: Prepare,
) => Promise<Turn>;

/** How long a client may still fetch the farewell of a conversation that was erased. */
const farewellSeconds = 600;

const nothing: Turn = { repeated: true, received: null, answers: [] };

/** Makes the function that takes one turn, as `Conversations.takeTurn` promises. */
export function createTakeTurn(parts: TurnParts): TakeTurn {
  const { store, metrics, signals, lanes } = parts;

  return (conversationId, incoming, prepare) =>
    lanes.run(conversationId, async () => {
      const started = performance.now();
      try {
        const { turn, draft } = await store.transaction((unit) =>
          turnWithin(unit, parts, conversationId, incoming, prepare),
        );
        if (draft) announce(draft);
        metrics.turn({
          input: incoming.input.type,
          seconds: (performance.now() - started) / 1000,
          repeated: turn.repeated,
        });
        return turn;
      } catch (error) {
        if (!(error instanceof AppError)) metrics.turnFailed();
        throw error;
      }
    });

  function announce(draft: TurnDraft): void {
    for (const count of draft.counts) count(metrics);
    const last = draft.entries.at(-1);
    if (last)
      signals.publish({
        type: 'appended',
        conversationId: draft.conversation.id,
        lastSeq: last.seq,
      });
    if (draft.casesChanged) signals.publish({ type: 'cases' });
    if (draft.queueChanged) parts.queueChanged();
  }
}

async function turnWithin(
  unit: StoreUnit,
  { dialog, clock }: TurnParts,
  conversationId: string,
  incoming: Incoming,
  prepare?: Prepare,
): Promise<{ turn: Turn; draft?: TurnDraft }> {
  const opened = await unit.conversations.beginTurn(conversationId, incoming.id);
  if (!opened) throw new AppError('conversation-not-found', 'There is no such conversation.');
  const { key, conversation, envelope, answered } = opened;
  if (answered) {
    const { firstSeq, lastSeq } = answered;
    const count = lastSeq - firstSeq + 1;
    if (count === 0) return { turn: nothing };
    const entries = await unit.log.range(conversationId, firstSeq - 1, count, lastSeq);
    return { turn: { repeated: true, ...split(entries) } };
  }
  const { input } = incoming;
  const now = clock.now();
  if (input.type === 'timer' && !(await unit.timers.take(key, input.name, incoming.id)))
    return { turn: nothing };
  if (prepare && !(await prepare(unit, opened, now))) return { turn: nothing };

  const draft: TurnDraft = {
    unit,
    key,
    conversation,
    incoming,
    now,
    clock,
    entries: [],
    counts: [],
    casesChanged: false,
    queueChanged: false,
    erased: false,
  };
  const received = receivedBody(incoming);
  if (received) write(draft, personOf(conversation), received);
  const { locale, region } = conversation;
  const result = dialog.turn(envelope, input, { now, locale, region });
  await runEffects(draft, result.effects);
  await save(draft, result.envelope);
  return { turn: { repeated: false, ...split(draft.entries) }, draft };
}

async function save(
  draft: TurnDraft,
  envelope: ReturnType<Dialog['turn']>['envelope'],
): Promise<void> {
  const { unit, key, conversation, entries, incoming, now } = draft;
  const firstSeq = conversation.lastSeq + 1;
  await unit.log.append(key, entries);
  if (conversation.channel !== 'directline' && incoming.answeredInReply !== true) {
    const pushed = entries.filter(isPushed).map((entry) => entry.seq);
    await unit.outbox.put(key, pushed, now);
  }
  await unit.conversations.endTurn(key, {
    inputId: incoming.id,
    at: now,
    firstSeq,
    lastSeq: conversation.lastSeq + entries.length,
    envelope,
  });
  if (draft.erased) await unit.conversations.erase(key, firstSeq, now, later(now, farewellSeconds));
}

/** What a channel that does not fetch has to be sent: all that the person did not say, but alerts. */
function isPushed({ body }: LogEntry): boolean {
  return body.type !== 'said' && body.type !== 'alert';
}

function split(entries: readonly LogEntry[]): Omit<Turn, 'repeated'> {
  return {
    received: entries.find((entry) => entry.author.role === 'person') ?? null,
    answers: entries.filter((entry) => entry.author.role !== 'person'),
  };
}
