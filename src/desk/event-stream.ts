import type { Case, Cases } from '../ports/cases';
import type { Conversations } from '../ports/conversations';
import type { Signal } from '../ports/signals';
import { formatPositions } from './positions';
import type { Positions } from './positions';
import type { AlertEvent, EntryView, LogEvent } from './protocol';
import type { Names } from './summary';
import { entryView } from './transcript';
import { personWords } from './words';

const pageSize = 200;

const byConversation = (list: readonly Case[]): ReadonlyMap<string, Case> =>
  new Map(list.map((found) => [found.conversationId, found]));

/** What one open page of a clinician hears. Work is done one piece at a time, in the order of the signals. */
export interface EventStream {
  hear(signal: Signal): void;
  /** Resolves when all that was heard so far has been sent. */
  settled(): Promise<void>;
}

export function createEventStream(options: {
  readonly clinician: string;
  readonly cases: Cases;
  readonly conversations: Conversations;
  readonly names: Names;
  readonly resumeFrom: Positions;
  readonly write: (chunk: string) => void;
  readonly fail: (error: unknown) => void;
}): EventStream {
  const { clinician, cases, conversations, names, write } = options;
  let own: ReadonlyMap<string, Case> = new Map();
  let waiting: ReadonlyMap<string, Case> = new Map();
  const sent = new Map(options.resumeFrom);
  let refreshing = false;
  let work = Promise.resolve();

  const then = (step: () => Promise<void>): void => {
    work = work.then(step).catch(options.fail);
  };

  const send = (event: string, data: unknown): void => {
    write(`event: ${event}\nid: ${formatPositions(sent)}\ndata: ${JSON.stringify(data)}\n\n`);
  };

  const sendAlerts = (caseId: string, entries: readonly EntryView[]): void => {
    for (const { kind, seq, text } of entries) {
      if (kind === 'alert') send('alert', { caseId, seq, text } satisfies AlertEvent);
    }
  };

  const sendLog = async (found: Case): Promise<void> => {
    const person = personWords(found.personName, found.id);
    for (;;) {
      const after = sent.get(found.id) ?? 0;
      const page = await conversations.log(found.conversationId, after, pageSize);
      const last = page.at(-1);
      if (!last) return;
      const entries = page.flatMap((entry) => entryView(entry, person, names) ?? []);
      sent.set(found.id, last.seq);
      send('log', { caseId: found.id, after, entries, upTo: last.seq } satisfies LogEvent);
      sendAlerts(found.id, entries);
      if (page.length < pageSize) return;
    }
  };

  /** A case that is new to this page: the page is told how far the log goes and fetches what it lacks. */
  const begin = async (found: Case): Promise<void> => {
    if (sent.has(found.id)) return sendLog(found);
    const upTo = (await conversations.find(found.conversationId))?.lastSeq ?? 0;
    sent.set(found.id, upTo);
    send('log', { caseId: found.id, after: upTo, entries: [], upTo } satisfies LogEvent);
  };

  const refresh = async (): Promise<void> => {
    refreshing = false;
    const list = await cases.list(clinician);
    own = byConversation(list.own);
    waiting = byConversation(list.waiting);
    const ownIds = new Set(list.own.map((found) => found.id));
    for (const caseId of sent.keys()) if (!ownIds.has(caseId)) sent.delete(caseId);
    send('cases', {});
    for (const found of list.own) await begin(found);
  };

  const queueRefresh = (): void => {
    if (refreshing) return;
    refreshing = true;
    then(refresh);
  };

  const appended = async (conversationId: string, lastSeq: number): Promise<void> => {
    const mine = own.get(conversationId);
    if (mine) return sendLog(mine);
    const watched = waiting.get(conversationId);
    if (watched) {
      send('log', {
        caseId: watched.id,
        after: lastSeq,
        entries: [],
        upTo: lastSeq,
      } satisfies LogEvent);
    }
  };

  queueRefresh();

  return {
    hear(signal) {
      switch (signal.type) {
        case 'cases':
          return queueRefresh();
        case 'appended':
          return then(() => appended(signal.conversationId, signal.lastSeq));
        case 'typing':
          // In its turn: it must not overtake the message that was sent before it.
          return then(async () => {
            const mine = own.get(signal.conversationId);
            if (mine && signal.who === 'person') send('typing', { caseId: mine.id });
          });
        default:
          return signal satisfies never;
      }
    },
    settled: () => work,
  };
}
