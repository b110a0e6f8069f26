import { type ActivitySet, readActivitySet } from './activity';
import { type Api, Gone } from './api';

/** After which time a screen that was dark or hidden long is taken to have lost its socket. */
const longAwayMs = 20_000;
/** An interruption shorter than this is nobody's business. */
const patienceMs = 4_000;
const shortestPauseMs = 500;
const longestPauseMs = 15_000;
const pollMs = 2_500;
/** Proxies that let no WebSocket through are tried again after so many polls. */
const pollsBetweenTries = 24;

export interface Stream {
  close(): void;
}

/**
 * Keeps up with the conversation: by WebSocket, by asking again and again where a WebSocket cannot be
 * had, or where another tab has it, since the server gives a conversation one at a time.
 */
export function openStream(
  api: Api,
  on: {
    readonly set: (set: ActivitySet) => void;
    readonly reachable: (reachable: boolean) => void;
    readonly gone: () => void;
  },
): Stream {
  let watermark: string | null = null;
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let complaint: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Polls left before the next try with a WebSocket. */
  let polls = 0;
  let refusedSockets = 0;
  let hiddenSince: number | null = null;
  /** Each try has a number, so that the answer to an older one is thrown away. */
  let attempt = 0;
  let closed = false;

  const deliver = (set: ActivitySet | null): void => {
    if (!set) return;
    if (set.watermark !== null) watermark = set.watermark;
    on.set(set);
  };

  const reached = (): void => {
    failures = 0;
    clearTimeout(complaint);
    complaint = undefined;
    on.reachable(true);
  };

  const later = (pause: number, go: () => void): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(go, pause);
  };

  const failed = (error: unknown): void => {
    if (closed) return;
    if (error instanceof Gone) {
      close();
      on.gone();
      return;
    }
    complaint ??= setTimeout(() => on.reachable(false), patienceMs);
    failures += 1;
    later(Math.min(longestPauseMs, shortestPauseMs * 2 ** failures), connect);
  };

  function connect(): void {
    attempt += 1;
    clearTimeout(timer);
    dropSocket();
    void tryConnecting(attempt);
  }

  async function tryConnecting(mine: number): Promise<void> {
    try {
      const url = watermark === null ? await api.start() : await api.reconnect(watermark);
      if (mine === attempt) listen(url);
    } catch (error) {
      if (mine === attempt) failed(error);
    }
  }

  function listen(url: string): void {
    const mine = new WebSocket(url);
    let wasOpen = false;
    socket = mine;
    mine.addEventListener('open', () => {
      wasOpen = true;
      refusedSockets = 0;
      reached();
    });
    mine.addEventListener('message', ({ data }) => {
      // An empty frame only keeps the connection alive.
      if (typeof data === 'string' && data !== '') deliver(readActivitySet(JSON.parse(data)));
    });
    mine.addEventListener('close', ({ reason }) => {
      if (socket !== mine) return;
      socket = null;
      if (reason.startsWith('replaced')) startPolling(Number.POSITIVE_INFINITY);
      else if (wasOpen) failed(null);
      else {
        refusedSockets += 1;
        if (refusedSockets >= 2) startPolling(pollsBetweenTries);
        else failed(null);
      }
    });
  }

  function startPolling(times: number): void {
    polls = times;
    void poll(attempt);
  }

  async function poll(mine: number): Promise<void> {
    try {
      const set = await api.activities(watermark ?? '0');
      if (mine !== attempt) return;
      reached();
      deliver(set);
      polls -= 1;
      const pause = set.activities.length > 0 ? 0 : pollMs;
      later(pause, polls > 0 ? () => void poll(mine) : connect);
    } catch (error) {
      if (mine === attempt) failed(error);
    }
  }

  /** Whoever comes back to the page gets the socket, and what was missed, at once. */
  function wake(): void {
    if (document.visibilityState === 'hidden') {
      hiddenSince ??= Date.now();
      return;
    }
    const away = hiddenSince === null ? 0 : Date.now() - hiddenSince;
    hiddenSince = null;
    if (away > longAwayMs || socket?.readyState !== WebSocket.OPEN) connect();
  }

  function offline(): void {
    dropSocket();
    failed(null);
  }

  function dropSocket(): void {
    const dropped = socket;
    socket = null;
    dropped?.close();
  }

  function close(): void {
    closed = true;
    attempt += 1;
    clearTimeout(timer);
    clearTimeout(complaint);
    dropSocket();
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('online', connect);
    removeEventListener('offline', offline);
    removeEventListener('pageshow', wake);
    removeEventListener('focus', wake);
  }

  document.addEventListener('visibilitychange', wake);
  addEventListener('online', connect);
  addEventListener('offline', offline);
  addEventListener('pageshow', wake);
  addEventListener('focus', wake);
  connect();
  return { close };
}
