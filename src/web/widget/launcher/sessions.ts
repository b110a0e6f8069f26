import { isObject } from '../shared/json';
import type { Session } from '../shared/session';
import type { Memory } from './memory';
import type { Settings } from './settings';

/** How long a person is left waiting before being told that the service cannot be reached. */
const patienceMs = 15_000;

export interface Sessions {
  /** Goes on with the remembered conversation, or begins one. Rejects when the server cannot be reached. */
  readonly open: () => Promise<Session>;
  /** Begins another conversation, whatever was remembered. */
  readonly begin: () => Promise<Session>;
  /** A fresh session of this conversation; null when it is gone. */
  readonly renew: (session: Session) => Promise<Session | null>;
}

export function createSessions(settings: Settings, memory: Memory): Sessions {
  const ask = async (resume: string | undefined): Promise<Session> => {
    const response = await fetch(`${settings.server}/widget/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resume, locale: settings.locale, region: settings.region }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return read(await response.json());
  };

  const remember = (session: Session): Session => {
    const { conversationId, userId, resume } = session;
    memory.write({ conversationId, userId, resume });
    return session;
  };

  return {
    open: async () => remember(await ask(memory.read()?.resume)),
    begin: async () => remember(await ask(undefined)),
    async renew(session) {
      const fresh = await ask(session.resume);
      return fresh.conversationId === session.conversationId ? remember(fresh) : null;
    },
  };
}

function read(answer: unknown): Session {
  if (!isObject(answer)) throw new Error('the server gave no session');
  const { token, conversationId, userId, resume, resumed, region, expires_in: seconds } = answer;
  if (
    typeof token !== 'string' ||
    typeof conversationId !== 'string' ||
    typeof userId !== 'string' ||
    typeof resume !== 'string' ||
    typeof seconds !== 'number'
  ) {
    throw new Error('the server gave no session');
  }
  const lifetime = seconds * 1000;
  return {
    token,
    conversationId,
    userId,
    resume,
    resumed: resumed === true,
    region: typeof region === 'string' ? region : undefined,
    expiresAt: Date.now() + lifetime,
    lifetime,
  };
}
