import { alertEventSchema, logEventSchema, typingEventSchema } from '../../desk/protocol';
import type { AlertEvent, LogEvent } from '../../desk/protocol';

export interface LiveListener {
  /** The stream is open, or open again: whatever happened meanwhile has to be fetched. */
  onOpen(): void;
  onLost(): void;
  onCases(): void;
  onLog(event: LogEvent): void;
  onTyping(caseId: string): void;
  onAlert(event: AlertEvent): void;
}

const retryMs = 3_000;

const data = (event: MessageEvent<unknown>): unknown =>
  typeof event.data === 'string' ? JSON.parse(event.data) : undefined;

/** Listens to the server until it is told to stop. A stream that the server refused is tried again. */
export function listen(listener: LiveListener): () => void {
  let source: EventSource;
  let timer: number | undefined;
  let stopped = false;

  const connect = (): void => {
    source = new EventSource('/desk/api/events');
    source.addEventListener('open', () => listener.onOpen());
    source.addEventListener('error', () => {
      listener.onLost();
      // After an answer other than 200 the browser gives up by itself.
      if (source.readyState === EventSource.CLOSED && !stopped) {
        timer = window.setTimeout(connect, retryMs);
      }
    });
    source.addEventListener('cases', () => listener.onCases());
    source.addEventListener('log', (event) => listener.onLog(logEventSchema.parse(data(event))));
    source.addEventListener('typing', (event) =>
      listener.onTyping(typingEventSchema.parse(data(event)).caseId),
    );
    source.addEventListener('alert', (event) =>
      listener.onAlert(alertEventSchema.parse(data(event))),
    );
  };

  connect();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    source.close();
  };
}
