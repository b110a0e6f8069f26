import type {
  AlertEvent,
  CaseDetail,
  CaseList,
  CaseView,
  EntryView,
  LogView,
} from '../../../desk/protocol';

/** A reply on its way. It leaves the list when the log has it. */
export interface Pending {
  readonly id: string;
  readonly text: string;
  readonly failed: string | null;
}

/** As much of a case's log as the page has. */
export interface Transcript {
  readonly entries: readonly EntryView[];
  readonly upTo: number;
}

/** The case that was open went away, and why. Shown until the clinician opens another. */
export interface Gone {
  readonly person: string;
  readonly words: string;
}

export type View = 'list' | 'chat' | 'summary';

/** Everything that the page shows. `Map`s are by case. */
export interface DeskState {
  readonly waiting: readonly CaseView[] | null;
  readonly own: readonly CaseView[];
  /** The server's clock minus ours. */
  readonly skewMs: number;
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly openId: string | null;
  /** Which pane a narrow screen shows. */
  readonly view: View;
  readonly gone: Gone | null;
  readonly details: ReadonlyMap<string, CaseDetail>;
  readonly transcripts: ReadonlyMap<string, Transcript>;
  readonly pending: ReadonlyMap<string, readonly Pending[]>;
  /** When the person was last seen typing, in our clock. */
  readonly typing: ReadonlyMap<string, number>;
  /** The last entry that the clinician has seen. */
  readonly seen: ReadonlyMap<string, number>;
  /** Warning signs that nobody has noted yet. */
  readonly alerts: readonly AlertEvent[];
  readonly problem: string | null;
  /** Cases that an action is under way for. */
  readonly busy: ReadonlySet<string>;
}

export const emptyState: DeskState = {
  waiting: null,
  own: [],
  skewMs: 0,
  connection: 'connecting',
  openId: null,
  view: 'list',
  gone: null,
  details: new Map(),
  transcripts: new Map(),
  pending: new Map(),
  typing: new Map(),
  seen: new Map(),
  alerts: [],
  problem: null,
  busy: new Set(),
};

const put = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

export const findCase = (state: DeskState, caseId: string | null): CaseView | undefined =>
  state.own.find((one) => one.id === caseId) ?? state.waiting?.find((one) => one.id === caseId);

export const withList = (state: DeskState, list: CaseList, now: number): DeskState => ({
  ...state,
  waiting: list.waiting,
  own: list.own,
  skewMs: Date.parse(list.now) - now,
});

/** Adds what is new. Entries come by more than one way, so some may be there already. */
export function withLog(
  state: DeskState,
  caseId: string,
  log: Pick<LogView, 'entries' | 'upTo'>,
): DeskState {
  const before = state.transcripts.get(caseId) ?? { entries: [], upTo: 0 };
  const fresh = log.entries.filter((entry) => entry.seq > before.upTo);
  const transcript = {
    entries: fresh.length > 0 ? [...before.entries, ...fresh] : before.entries,
    upTo: Math.max(before.upTo, log.upTo),
  };
  const waiting = (state.pending.get(caseId) ?? []).filter(
    // The server puts a prefix before the id that the page made.
    ({ id }) => !fresh.some((entry) => entry.inputId.endsWith(id)),
  );
  const hasSpoken = fresh.some((entry) => entry.kind === 'person');
  return {
    ...state,
    transcripts: put(state.transcripts, caseId, transcript),
    pending: put(state.pending, caseId, waiting),
    typing: hasSpoken ? put(state.typing, caseId, 0) : state.typing,
    seen: state.openId === caseId ? put(state.seen, caseId, transcript.upTo) : state.seen,
  };
}

export const withDetail = (state: DeskState, detail: CaseDetail): DeskState => ({
  ...state,
  details: put(state.details, detail.case.id, detail),
});

export const withTyping = (state: DeskState, caseId: string, at: number): DeskState => ({
  ...state,
  typing: put(state.typing, caseId, at),
});

export const withAlert = (state: DeskState, alert: AlertEvent): DeskState =>
  state.alerts.some((one) => one.caseId === alert.caseId && one.seq === alert.seq)
    ? state
    : { ...state, alerts: [...state.alerts, alert] };

export const withoutAlert = (state: DeskState, noted: AlertEvent): DeskState => ({
  ...state,
  alerts: state.alerts.filter((one) => one !== noted),
});

export const withOpen = (state: DeskState, caseId: string | null, view: View): DeskState => {
  const upTo = caseId === null ? undefined : state.transcripts.get(caseId)?.upTo;
  const seen = caseId !== null && upTo !== undefined ? put(state.seen, caseId, upTo) : state.seen;
  return { ...state, openId: caseId, view, gone: null, problem: null, seen };
};

/** Forgets a case that is not this clinician's any more. */
export const withGone = (state: DeskState, caseId: string, gone: Gone): DeskState => {
  const details = new Map(state.details);
  const transcripts = new Map(state.transcripts);
  details.delete(caseId);
  transcripts.delete(caseId);
  const isOpen = state.openId === caseId;
  return {
    ...state,
    details,
    transcripts,
    alerts: state.alerts.filter((one) => one.caseId !== caseId),
    openId: isOpen ? null : state.openId,
    gone: isOpen ? gone : state.gone,
    problem: isOpen && state.problem === gone.words ? null : state.problem,
  };
};

export const withPending = (state: DeskState, caseId: string, reply: Pending): DeskState => {
  const others = (state.pending.get(caseId) ?? []).filter(({ id }) => id !== reply.id);
  return { ...state, pending: put(state.pending, caseId, [...others, reply]) };
};

export const withBusy = (state: DeskState, caseId: string, busy: boolean): DeskState => {
  const all = new Set(state.busy);
  if (busy) all.add(caseId);
  else all.delete(caseId);
  return { ...state, busy: all };
};

/** How many lines of the person the clinician has not seen. */
export function unread(state: DeskState, caseId: string): number {
  const seen = state.seen.get(caseId) ?? 0;
  const entries = state.transcripts.get(caseId)?.entries ?? [];
  return entries.filter((entry) => entry.seq > seen && entry.kind === 'person').length;
}
