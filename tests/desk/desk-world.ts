import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Dialog } from '../../dialogs';
import { createDesk, type Desk } from '../../src/desk/desk';
import { hashPassword } from '../../src/desk/password';
import type { NamingPack } from '../../src/desk/summary';
import { createHttpServer } from '../../src/http/server';
import { staticRoutes } from '../../src/http/static-files';
import { createLogger } from '../../src/observability/logger';
import { openWorld, type World } from '../conversation/world';
import { patientDialog } from './patient-dialog';

/** As much knowledge as the desk needs: what flags and answers are called. */
const namesPack: NamingPack = {
  words: new Map([
    [
      'en',
      {
        redFlags: new Map([
          [
            'saddle-numbness',
            {
              id: 'saddle-numbness',
              label: 'Saddle anaesthesia',
              because: 'numbness',
              confirm: 'Do you mean that it is numb?',
            },
          ],
        ]),
        answers: new Map(),
      },
    ],
  ]),
};

export const password = 'correct horse battery';

/** What a request got back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

/** A clinician's browser: keeps its cookie and says where its requests come from. */
export interface Browsing {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  /** Signs in and keeps the session. */
  signIn(name: string): Promise<Answer>;
  readonly cookie: () => string;
  forgetCookie(): void;
}

export interface DeskWorld extends World {
  readonly url: string;
  readonly desk: Desk;
  browse(headers?: Readonly<Record<string, string>>): Browsing;
  clinician(name: string): Promise<void>;
  /** The case that this person opened. */
  caseOf(conversationId: string): Promise<string>;
}

const problem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The words of a refusal. */
export const refusal = (answer: Answer): string => {
  const { error } = problem.parse(answer.json);
  return `${answer.status} ${error.code}: ${error.message}`;
};

const browsing = (url: string, extra: Readonly<Record<string, string>>): Browsing => {
  let cookie = '';
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}/desk/api/${path}`, {
      ...init,
      headers: {
        cookie,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        ...extra,
      },
    });
    const fresh = response.headers.get('set-cookie')?.split(';')[0];
    if (fresh !== undefined) cookie = fresh;
    const text = await response.text();
    const json: unknown = response.headers.get('content-type')?.startsWith('application/json')
      ? JSON.parse(text)
      : text;
    return { status: response.status, headers: response.headers, json };
  };
  const post = (path: string, body: object = {}): Promise<Answer> =>
    send(path, { method: 'POST', body: JSON.stringify(body) });
  return {
    get: (path) => send(path, {}),
    post,
    signIn: (name) => post('sign-in', { name, password }),
    cookie: () => cookie,
    forgetCookie: () => {
      cookie = '';
    },
  };
};

/** The desk on a real server, with a real store and a conversation shell, on a free port. */
export async function openDeskWorld(
  given: {
    readonly publicUrl?: string;
    readonly webDirectory?: string;
    readonly dialog?: Dialog;
    readonly pack?: NamingPack;
  } = {},
): Promise<DeskWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbar-desk-'));
  const world = await openWorld(`sqlite:${join(folder, 'lumbar.db')}`, {
    dialog: given.dialog ?? patientDialog,
  });
  const logger = createLogger('silent');
  const webDirectory = given.webDirectory ?? folder;
  const desk = createDesk({
    ...world,
    clinicians: world.store.clinicians,
    logger,
    pack: given.pack ?? namesPack,
    locale: 'en',
    webDirectory,
    publicUrl: given.publicUrl,
  });
  const routes = [...desk.routes, ...staticRoutes(join(webDirectory, 'assets'), '/desk/assets')];
  const server = createHttpServer({ routes, logger });
  const { port } = await server.listen('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}`;

  return {
    ...world,
    url,
    desk,
    browse: (headers = {}) => browsing(url, headers),
    clinician: async (name) => world.store.clinicians.add(name, await hashPassword(password)),
    async caseOf(conversationId) {
      const { waiting } = await world.cases.list('nobody');
      const found = waiting.find((one) => one.conversationId === conversationId);
      if (!found) throw new Error('no such case waits');
      return found.id;
    },
    async close() {
      desk.close();
      await server.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
