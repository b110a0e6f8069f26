import { z } from 'zod';

export interface ServerEvent {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

/** Reads a stream of server-sent events as a browser would. */
export interface EventReader {
  /** The next event; waits for it. Null when the server ended the stream. */
  next(): Promise<ServerEvent | null>;
  /** The next event of this name; those in between are left out. */
  until(event: string): Promise<ServerEvent>;
  close(): void;
}

const parse = (block: string): ServerEvent | null => {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name, value.join(': ')] as const;
      }),
  );
  const event = fields.get('event');
  if (event === undefined) return null;
  const data: unknown = JSON.parse(fields.get('data') ?? 'null');
  return { event, id: fields.get('id') ?? '', data };
};

export async function readEvents(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<EventReader> {
  const abort = new AbortController();
  const response = await fetch(url, { headers, signal: abort.signal });
  const type = z.literal('text/event-stream; charset=utf-8');
  type.parse(response.headers.get('content-type'));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('the answer has no body');
  let buffer = '';

  const next = async (): Promise<ServerEvent | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = await reader.read();
        if (done) return null;
        buffer += value;
        continue;
      }
      const found = parse(buffer.slice(0, end));
      buffer = buffer.slice(end + 2);
      if (found) return found;
    }
  };

  return {
    next,
    async until(event) {
      for (;;) {
        const found = await next();
        if (!found) throw new Error(`the stream ended before ${event}`);
        if (found.event === event) return found;
      }
    },
    close: () => abort.abort(),
  };
}
