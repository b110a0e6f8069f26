import { isObject } from '../../shared/json';
import type { Session } from '../../shared/session';
import { type Activity, type ActivitySet, readActivitySet } from './activity';
import { uploadForm } from './upload-form';

const patienceMs = 20_000;

/** The conversation does not exist any more. */
export class Gone extends Error {}

/** Sending the same again cannot help. */
export class Refused extends Error {}

/** The Direct Line endpoints of one conversation. Renews the session when it is old or refused. */
export interface Api {
  /** Makes the bot speak first in a new conversation; the stream begins with the whole history. */
  start(): Promise<string>;
  /** The address of a stream with what came after the watermark. */
  reconnect(watermark: string): Promise<string>;
  activities(watermark: string): Promise<ActivitySet>;
  post(activity: Activity, signal: AbortSignal): Promise<string>;
}

export function createApi(parts: {
  readonly server: string;
  readonly locale: string;
  readonly session: Session;
  readonly renew: () => Promise<Session | null>;
}): Api {
  const base = `${parts.server}/v3/directline/conversations`;
  const path = `${base}/${parts.session.conversationId}`;
  let session = parts.session;
  let renewing: Promise<void> | null = null;

  const takeFresh = async (): Promise<void> => {
    const fresh = await parts.renew();
    if (!fresh) throw new Gone('the conversation is gone');
    session = fresh;
  };

  /** Many calls may find the session old at the same time. */
  const renew = (): Promise<void> => {
    renewing ??= takeFresh().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  const call = async (
    url: string,
    init: RequestInit = {},
    signal?: AbortSignal,
    isSecondTry = false,
  ): Promise<unknown> => {
    if (session.expiresAt - Date.now() < session.lifetime / 2) await renew();
    const given = new Headers(init.headers);
    given.set('authorization', `Bearer ${session.token}`);
    const limit = AbortSignal.timeout(patienceMs);
    const response = await fetch(url, {
      ...init,
      headers: given,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (response.ok) return response.json();
    if (response.status === 404) throw new Gone('the conversation is gone');
    if ((response.status === 401 || response.status === 403) && !isSecondTry) {
      await renew();
      return call(url, init, signal, true);
    }
    const message = `the server answered ${response.status}`;
    const isFinal = response.status < 500 && response.status !== 429 && response.status !== 408;
    throw isFinal ? new Refused(message) : new Error(message);
  };

  return {
    start: async () =>
      streamUrlOf(await call(base, json({ user: { id: session.userId }, locale: parts.locale }))),
    reconnect: async (watermark) =>
      streamUrlOf(await call(`${path}?watermark=${encodeURIComponent(watermark)}`)),
    async activities(watermark) {
      const answer = await call(`${path}/activities?watermark=${encodeURIComponent(watermark)}`);
      return readActivitySet(answer) ?? { activities: [], watermark: null };
    },
    async post(activity, signal) {
      const form = await uploadForm(activity);
      const answer = form
        ? await call(
            `${path}/upload?userId=${encodeURIComponent(session.userId)}`,
            { method: 'POST', body: form },
            signal,
          )
        : await call(`${path}/activities`, json(activity), signal);
      if (!isObject(answer) || typeof answer['id'] !== 'string') throw new Error('no id was given');
      return answer['id'];
    },
  };
}

function json(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function streamUrlOf(answer: unknown): string {
  const url = isObject(answer) ? answer['streamUrl'] : undefined;
  if (typeof url !== 'string') throw new Error('no stream was given');
  return url;
}
