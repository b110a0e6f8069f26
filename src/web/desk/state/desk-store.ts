import type { AlertEvent, LogEvent } from '../../../desk/protocol';
import { DeskProblem, problemWords } from '../api';
import type { Api } from '../api';
import type { LiveListener } from '../live';
import {
  emptyState,
  findCase,
  withAlert,
  withBusy,
  withDetail,
  withGone,
  withList,
  withLog,
  withOpen,
  withPending,
  withTyping,
  withoutAlert,
} from './desk-state';
import type { DeskState, View } from './desk-state';
import { forgetDraft } from './drafts';

const typingEveryMs = 3_000;

const isProblem = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof DeskProblem && codes.includes(error.code);

/** The page's state and everything that changes it. */
export interface DeskStore extends LiveListener {
  readonly get: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
  open(caseId: string): void;
  close(): void;
  show(view: View): void;
  claim(caseId: string): Promise<void>;
  /** Sends a reply, or sends one again that failed. */
  send(caseId: string, text: string, again?: string): Promise<void>;
  typing(caseId: string): void;
  resolve(caseId: string): Promise<void>;
  returnToBot(caseId: string): Promise<void>;
  release(caseId: string): Promise<void>;
  note(alert: AlertEvent): void;
  dismissProblem(): void;
}

export function createDeskStore(options: {
  readonly api: Api;
  readonly onSignedOut: () => void;
}): DeskStore {
  const { api } = options;
  let state = emptyState;
  const listeners = new Set<() => void>();
  let lastTyping = { caseId: '', at: 0 };

  /** Takes a function, so that nobody can write back a state that was read before waiting for something. */
  const change = (step: (now: DeskState) => DeskState): void => {
    state = step(state);
    for (const listener of listeners) listener();
  };

  const failed = (error: unknown): void => {
    if (isProblem(error, 'not-signed-in')) options.onSignedOut();
    else change((now) => ({ ...now, problem: problemWords(error) }));
  };

  /** Runs once at a time; a call meanwhile makes it run once more. */
  const once = <K>(work: (key: K) => Promise<void>): ((key: K) => Promise<void>) => {
    const again = new Map<K, boolean>();
    return async (key) => {
      if (again.has(key)) {
        again.set(key, true);
        return;
      }
      try {
        do {
          again.set(key, false);
          await work(key);
        } while (again.get(key));
      } catch (error) {
        // A case that somebody took meanwhile is explained when it leaves the list.
        if (!isProblem(error, 'case-not-yours', 'case-not-found')) failed(error);
      } finally {
        again.delete(key);
      }
    };
  };

  const loadLog = once(async (caseId: string) => {
    for (;;) {
      const log = await api.log(caseId, state.transcripts.get(caseId)?.upTo ?? 0);
      change((now) => withLog(now, caseId, log));
      if (!log.more) return;
    }
  });

  const loadDetail = once(async (caseId: string) => {
    const detail = await api.detail(caseId);
    change((now) => withDetail(now, detail));
  });

  /** Why a case left the lists, in words; the server knows. */
  const goneWords = async (caseId: string): Promise<string> => {
    try {
      const { status } = (await api.detail(caseId)).case;
      if (status === 'left') return 'The patient has left the chat.';
      return status === 'returned' ? 'The patient is with the bot again.' : 'Resolved.';
    } catch (error) {
      return problemWords(error);
    }
  };

  const loadList = once(async (_key: 'list') => {
    const list = await api.list();
    const before = [...(state.waiting ?? []), ...state.own];
    change((now) => withList(now, list, Date.now()));
    for (const one of before) {
      const listed = findCase(state, one.id);
      if (listed && state.openId === one.id && JSON.stringify(listed) !== JSON.stringify(one)) {
        void loadDetail(one.id);
      }
      if (!listed) {
        const words = state.openId === one.id ? await goneWords(one.id) : '';
        if (!findCase(state, one.id)) {
          change((now) => withGone(now, one.id, { person: one.person, words }));
        }
      }
    }
    for (const { id } of state.own) if (!state.transcripts.has(id)) void loadLog(id);
  });

  const act = async (caseId: string, work: () => Promise<unknown>): Promise<void> => {
    if (state.busy.has(caseId)) return;
    change((now) => withBusy({ ...now, problem: null }, caseId, true));
    try {
      await work();
    } catch (error) {
      failed(error);
    } finally {
      change((now) => withBusy(now, caseId, false));
      await loadList('list');
    }
  };

  const end = (caseId: string, words: string, work: () => Promise<unknown>): Promise<void> =>
    act(caseId, async () => {
      const person = findCase(state, caseId)?.person ?? '';
      await work();
      forgetDraft(caseId);
      change((now) => withGone(now, caseId, { person, words }));
    });

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(caseId) {
      change((now) => withOpen(now, caseId, 'chat'));
      void loadLog(caseId);
      void loadDetail(caseId);
    },
    close: () => change((now) => withOpen(now, null, 'list')),
    show: (view) => change((now) => ({ ...now, view })),
    claim: (caseId) =>
      act(caseId, async () => {
        await api.claim(caseId);
        change((now) => withOpen(now, caseId, 'chat'));
        await Promise.all([loadLog(caseId), loadDetail(caseId)]);
      }),
    async send(caseId, text, again) {
      const id = again ?? crypto.randomUUID();
      change((now) => withPending(now, caseId, { id, text, failed: null }));
      try {
        await api.reply(caseId, id, text);
      } catch (error) {
        change((now) => withPending(now, caseId, { id, text, failed: problemWords(error) }));
      }
      await loadLog(caseId);
    },
    typing(caseId) {
      const at = Date.now();
      if (lastTyping.caseId === caseId && at - lastTyping.at < typingEveryMs) return;
      lastTyping = { caseId, at };
      api.typing(caseId).catch(() => undefined);
    },
    resolve: (caseId) => end(caseId, 'Resolved.', () => api.resolve(caseId)),
    returnToBot: (caseId) =>
      end(caseId, 'The patient is with the bot again.', () => api.returnToBot(caseId)),
    release: (caseId) =>
      end(caseId, 'The patient waits in the queue again.', () => api.release(caseId)),
    note: (alert) => change((now) => withoutAlert(now, alert)),
    dismissProblem: () => change((now) => ({ ...now, problem: null })),

    onOpen() {
      change((now) => ({ ...now, connection: 'live' }));
      void loadList('list');
      if (state.openId !== null && findCase(state, state.openId)) void loadLog(state.openId);
    },
    onLost() {
      change((now) => ({ ...now, connection: 'lost' }));
      api.me().catch((error: unknown) => {
        if (isProblem(error, 'not-signed-in')) options.onSignedOut();
      });
    },
    onCases: () => void loadList('list'),
    onLog(event: LogEvent) {
      const { caseId, after, upTo } = event;
      const known = state.transcripts.get(caseId);
      if (!known) return;
      if (after <= known.upTo) change((now) => withLog(now, caseId, event));
      else if (upTo > known.upTo) void loadLog(caseId);
    },
    onTyping: (caseId) => change((now) => withTyping(now, caseId, Date.now())),
    onAlert(event) {
      change((now) => withAlert(now, event));
      if (state.openId === event.caseId) void loadDetail(event.caseId);
    },
  };
}
