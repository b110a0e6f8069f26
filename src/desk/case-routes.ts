import type { Cases } from '../ports/cases';
import type { Clock } from '../ports/clock';
import type { Conversations } from '../ports/conversations';
import { AppError } from '../ports/errors';
import type { HttpReply, HttpRequest, Route } from '../ports/http';
import type { LogEntry } from '../ports/log';
import type { Signals } from '../ports/signals';
import { ownCase, takenWords, visibleCase } from './case-access';
import { caseView } from './case-view';
import { readBody, requireSameOrigin } from './guard';
import type { CaseDetail, CaseList, LogView } from './protocol';
import { emptyBodySchema, replyBodySchema, resolveBodySchema } from './protocol';
import { hashToken, type Session, type Sessions } from './sessions';
import { summarise } from './summary';
import type { Names } from './summary';
import { entryView } from './transcript';
import { personWords } from './words';

const pageSize = 500;

const ok = (json: unknown): HttpReply => ({
  status: 200,
  headers: { 'cache-control': 'no-store' },
  json,
});

const idOf = (request: HttpRequest): string => request.params['id'] ?? '';

const afterOf = (request: HttpRequest): number => {
  const after = Number(request.query.get('after') ?? '0');
  if (Number.isSafeInteger(after) && after >= 0) return after;
  throw new AppError('bad-request', 'after: is not a position in the log.');
};

/** The clinicians' work on cases. Who may do what is decided here and again by the store. */
export function caseRoutes(options: {
  readonly cases: Cases;
  readonly conversations: Conversations;
  readonly signals: Signals;
  readonly sessions: Sessions;
  readonly clock: Clock;
  readonly names: Names;
  readonly publicUrl?: string | undefined;
}): readonly Route[] {
  const { cases, conversations, signals, sessions, clock, names, publicUrl } = options;

  const look = (
    path: string,
    handle: (request: HttpRequest, session: Session) => Promise<HttpReply>,
  ): Route => ({
    method: 'GET',
    path,
    handle: async (request) => handle(request, await sessions.require(request)),
  });

  const act = (
    verb: string,
    handle: (caseId: string, clinician: string, request: HttpRequest) => Promise<unknown>,
  ): Route => ({
    method: 'POST',
    path: `/desk/api/cases/:id/${verb}`,
    handle: async (request) => {
      requireSameOrigin(request, publicUrl);
      const { name } = await sessions.require(request);
      return ok((await handle(idOf(request), name, request)) ?? {});
    },
  });

  const wholeLog = async (conversationId: string): Promise<readonly LogEntry[]> => {
    const log: LogEntry[] = [];
    for (;;) {
      const page = await conversations.log(conversationId, log.at(-1)?.seq ?? 0, pageSize);
      log.push(...page);
      if (page.length < pageSize) return log;
    }
  };

  return [
    look('/desk/api/cases', async (_request, { name }) => {
      const { waiting, own } = await cases.list(name);
      return ok({
        waiting: waiting.map(caseView),
        own: own.map(caseView),
        now: clock.now(),
      } satisfies CaseList);
    }),

    look('/desk/api/cases/:id', async (request, { name }) => {
      const found = await visibleCase(cases, idOf(request), name);
      const log = await wholeLog(found.conversationId);
      return ok({
        case: caseView(found),
        summary: summarise(found, log, names),
      } satisfies CaseDetail);
    }),

    look('/desk/api/cases/:id/log', async (request, { name }) => {
      const after = afterOf(request);
      const found = await visibleCase(cases, idOf(request), name);
      const person = personWords(found.personName, found.id);
      const page = await conversations.log(found.conversationId, after, pageSize);
      return ok({
        entries: page.flatMap((entry) => entryView(entry, person, names) ?? []),
        upTo: page.at(-1)?.seq ?? after,
        more: page.length === pageSize,
      } satisfies LogView);
    }),

    act('claim', async (caseId, clinician, request) => {
      readBody(emptyBodySchema, request);
      try {
        return caseView(await cases.claim(caseId, clinician));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'case-taken') throw error;
        throw new AppError('case-taken', takenWords(await cases.find(caseId), clinician));
      }
    }),

    act('reply', async (caseId, clinician, request) => {
      const { id, text } = readBody(replyBodySchema, request);
      await ownCase(cases, caseId, clinician);
      await cases.reply(caseId, clinician, id, text);
    }),

    act('resolve', async (caseId, clinician, request) => {
      const { note } = readBody(resolveBodySchema, request);
      await ownCase(cases, caseId, clinician);
      // The clinician's own words, under the clinician's name. Their hash makes a second try harmless.
      if (note) await cases.reply(caseId, clinician, `last-words-${hashToken(note)}`, note);
      await cases.resolve(caseId, clinician);
    }),

    act('return', async (caseId, clinician, request) => {
      readBody(emptyBodySchema, request);
      await ownCase(cases, caseId, clinician);
      await cases.returnToBot(caseId, clinician);
    }),

    act('release', async (caseId, clinician, request) => {
      readBody(emptyBodySchema, request);
      await ownCase(cases, caseId, clinician);
      await cases.release(caseId, clinician);
    }),

    act('typing', async (caseId, clinician, request) => {
      readBody(emptyBodySchema, request);
      const { conversationId } = await ownCase(cases, caseId, clinician);
      signals.publish({ type: 'typing', conversationId, who: 'clinician', name: clinician });
    }),
  ];
}
