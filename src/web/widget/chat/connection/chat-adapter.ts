import type { ChatOptions } from '../../shared/chat-module';
import { type Activity, authorOf } from './activity';
import { createApi, Gone, Refused } from './api';
import { createReplay, type Observable, runOnce } from './observable';
import { openStream } from './stream';

/** What Web Chat talks to. */
export interface ChatAdapter {
  readonly activity$: Observable<Activity>;
  readonly connectionStatus$: Observable<number>;
  postActivity(activity: Activity): Observable<string>;
  end(): void;
  /** Web Chat reads the person's id from it. */
  readonly token: string;
}

const connecting = 1;
const online = 2;
const firstPauseMs = 700;
const longestPauseMs = 8_000;

/**
 * The way between Web Chat and our Direct Line endpoint. What is written while the connection is down
 * is sent when it is back; the server drops what it got twice. Web Chat is told of no interruption,
 * since it would give up what it is just sending.
 */
export function createChatAdapter(
  options: ChatOptions,
  mend: (activity: Activity) => Activity,
): ChatAdapter {
  const activity$ = createReplay<Activity>();
  const connectionStatus$ = createReplay<number>();
  const api = createApi(options);
  /** Ends the pause of whatever waits to be sent again. */
  const retries = new Set<() => void>();
  let isReachable = true;

  connectionStatus$.next(connecting);
  const stream = openStream(api, {
    set({ activities }) {
      for (const activity of activities) activity$.next(mend(activity));
      if (activities.some((activity) => authorOf(activity).role === 'bot')) options.onMessage();
    },
    reachable(reachable) {
      if (reachable) {
        connectionStatus$.next(online);
        for (const retry of retries) retry();
      }
      if (reachable !== isReachable) options.onReachable(reachable);
      isReachable = reachable;
    },
    gone: options.onGone,
  });

  async function post(activity: Activity, signal: AbortSignal): Promise<string> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await api.post(activity, signal);
      } catch (error) {
        if (error instanceof Gone) options.onGone();
        const isHopeless = error instanceof Gone || error instanceof Refused;
        if (isHopeless || signal.aborted || activity.type !== 'message') throw error;
        await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** tries));
      }
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        retries.delete(end);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, ms);
      retries.add(end);
    });
  }

  return {
    activity$,
    connectionStatus$,
    token: options.session.token,
    postActivity: (activity) => runOnce((signal) => post(activity, signal)),
    end: () => stream.close(),
  };
}
