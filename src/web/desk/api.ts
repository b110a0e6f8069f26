import { z } from 'zod';
import {
  caseDetailSchema,
  caseListSchema,
  caseViewSchema,
  logViewSchema,
  meSchema,
  problemSchema,
} from '../../desk/protocol';
import type { CaseDetail, CaseList, CaseView, LogView } from '../../desk/protocol';

/** What went wrong, in words that can be shown. `offline` means that the server was not reached. */
export class DeskProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DeskProblem';
  }
}

/** Words for anything thrown. */
export const problemWords = (thrown: unknown): string =>
  thrown instanceof DeskProblem ? thrown.message : 'Something went wrong. Please try again.';

const nothing = z.unknown();

const reach = async (path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(`/desk/api/${path}`, { credentials: 'same-origin', ...init });
  } catch {
    throw new DeskProblem('offline', 'The desk cannot be reached. Check your connection.');
  }
};

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
};

const ask = async <T>(schema: z.ZodType<T>, path: string, init: RequestInit): Promise<T> => {
  const response = await reach(path, init);
  const json = await readJson(response);
  if (!response.ok) {
    const { data } = problemSchema.safeParse(json);
    throw new DeskProblem(
      data?.error.code ?? `status-${response.status}`,
      data?.error.message ?? 'The desk gave no proper answer. Please try again.',
    );
  }
  return schema.parse(json);
};

const get = <T>(schema: z.ZodType<T>, path: string): Promise<T> => ask(schema, path, {});

const post = <T>(schema: z.ZodType<T>, path: string, body: object = {}): Promise<T> =>
  ask(schema, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const caseUrl = (caseId: string): string => `cases/${encodeURIComponent(caseId)}`;

/** Where a file that the person sent can be had. */
export const uploadUrl = (caseId: string, uploadId: string): string =>
  `/desk/api/${caseUrl(caseId)}/uploads/${encodeURIComponent(uploadId)}`;

/** Everything that the page asks of the server. Each call throws `DeskProblem`. */
export const api = {
  me: (): Promise<{ name: string }> => get(meSchema, 'me'),
  signIn: (name: string, password: string): Promise<{ name: string }> =>
    post(meSchema, 'sign-in', { name, password }),
  setUp: (token: string, name: string, password: string): Promise<{ name: string }> =>
    post(meSchema, 'setup', { token, name, password }),
  signOut: (): Promise<unknown> => post(nothing, 'sign-out'),
  list: (): Promise<CaseList> => get(caseListSchema, 'cases'),
  detail: (caseId: string): Promise<CaseDetail> => get(caseDetailSchema, caseUrl(caseId)),
  log: (caseId: string, after: number): Promise<LogView> =>
    get(logViewSchema, `${caseUrl(caseId)}/log?after=${after}`),
  claim: (caseId: string): Promise<CaseView> => post(caseViewSchema, `${caseUrl(caseId)}/claim`),
  reply: (caseId: string, id: string, text: string): Promise<unknown> =>
    post(nothing, `${caseUrl(caseId)}/reply`, { id, text }),
  resolve: (caseId: string): Promise<unknown> => post(nothing, `${caseUrl(caseId)}/resolve`, {}),
  returnToBot: (caseId: string): Promise<unknown> => post(nothing, `${caseUrl(caseId)}/return`),
  release: (caseId: string): Promise<unknown> => post(nothing, `${caseUrl(caseId)}/release`),
  typing: (caseId: string): Promise<unknown> => post(nothing, `${caseUrl(caseId)}/typing`),
};

export type Api = typeof api;
