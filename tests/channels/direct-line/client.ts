import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { installBrowserGlobals } from './browser-globals';

const statuses = {
  expired: ConnectionStatus.ExpiredToken,
  failed: ConnectionStatus.FailedToConnect,
};

type Options = ConstructorParameters<typeof DirectLine>[0];

/** An activity as a client sees it, with the fields that the tests look at. */
export type Seen = Activity & {
  readonly id?: string;
  readonly text?: string;
  readonly name?: string;
};

/** The real client, with what it received so far. */
export interface Client {
  readonly line: DirectLine;
  readonly seen: readonly Seen[];
  /** Resolves when an activity with this text, or of this type or name, has come. */
  until(what: string): Promise<Seen>;
  /** Resolves when an activity has come that `wanted` holds for. */
  untilThat(wanted: (activity: Seen) => boolean): Promise<Seen>;
  /** The texts of the messages, in the order in which they came. */
  texts(): readonly (string | undefined)[];
  /** Posts a message and answers its id. */
  say(text: string, clientActivityID?: string): Promise<string>;
  /** Resolves when the connection has this status. */
  untilStatus(status: keyof typeof statuses): Promise<void>;
  /** Cuts every socket, as a lost network does. */
  cut(): void;
  end(): void;
}

export function connectClient(options: Options): Client {
  installBrowserGlobals();
  const sockets: WebSocket[] = [];
  class CuttableSocket extends WebSocket {
    constructor(address: string) {
      super(address);
      sockets.push(this);
    }
  }
  Object.assign(globalThis, { WebSocket: CuttableSocket });
  // Without chance the client waits 3 s before it connects anew.
  const line = new DirectLine({ random: () => 0, ...options });
  const seen: Seen[] = [];
  const waiting = new Set<(activity: Seen) => void>();
  const subscription = line.activity$.subscribe({
    next: (activity) => {
      seen.push(activity);
      for (const look of waiting) look(activity);
    },
    error: () => undefined,
  });

  const untilThat: Client['untilThat'] = (wanted) =>
    new Promise((resolve) => {
      const known = seen.find(wanted);
      if (known) return resolve(known);
      waiting.add((activity) => {
        if (wanted(activity)) resolve(activity);
      });
    });

  return {
    line,
    seen,
    until: (what) => untilThat(({ text, type, name }) => [text, type, name].includes(what)),
    untilThat,
    texts: () => seen.filter(({ type }) => type === 'message').map(({ text }) => text),
    say: (text, clientActivityID) =>
      line
        .postActivity({
          type: 'message',
          text,
          from: { id: 'me' },
          ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
        })
        .take(1)
        .toPromise(),
    untilStatus: (status) =>
      line.connectionStatus$
        .filter((current) => current === statuses[status])
        .take(1)
        .toPromise()
        .then(() => undefined),
    cut: () => {
      for (const socket of sockets.splice(0)) socket.terminate();
    },
    end: () => {
      subscription.unsubscribe();
      line.end();
    },
  };
}
