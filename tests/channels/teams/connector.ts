import { createServer } from 'node:http';
import { z } from 'zod';

const accountSchema = z.object({ id: z.string(), name: z.string().optional() });

/** As much of an activity as tests look at. */
const activitySchema = z.looseObject({
  type: z.string(),
  name: z.string().optional(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  replyToId: z.string().optional(),
  from: accountSchema.optional(),
  recipient: accountSchema.optional(),
  conversation: accountSchema.optional(),
  value: z.unknown().optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
  suggestedActions: z
    .object({ actions: z.array(z.looseObject({ type: z.string(), title: z.string() })) })
    .optional(),
});

export type SentActivity = z.infer<typeof activitySchema>;

/** What the bot asked of the connector. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly activity: SentActivity;
  /** The id that it was given. */
  readonly id: string;
}

/** A connector as a channel of the Bot Service runs one: it records, gives ids, and fails on demand. */
export interface Connector {
  readonly url: string;
  readonly calls: Call[];
  /** Answers the next calls like this instead. */
  fail(...answers: readonly { readonly status: number; readonly retryAfter?: string }[]): void;
  /** Accepted messages, in order. */
  messages(): readonly SentActivity[];
  /** Resolves when `done` holds for what came so far. */
  until(done: (calls: readonly Call[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export async function startConnector(): Promise<Connector> {
  const calls: Call[] = [];
  const failures: { readonly status: number; readonly retryAfter?: string }[] = [];
  const waiting = new Set<() => void>();

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const activity = activitySchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      // Typing is worth nothing when it comes late: failures are for what matters.
      const failure = activity.type === 'typing' ? undefined : failures.shift();
      const status = failure?.status ?? 200;
      const id =
        request.method === 'PUT'
          ? (request.url?.split('/').at(-1) ?? '')
          : `sent-${calls.length + 1}`;
      calls.push({ method: request.method ?? '', path: request.url ?? '', status, activity, id });
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(failure?.retryAfter === undefined ? {} : { 'retry-after': failure.retryAfter }),
      });
      response.end(JSON.stringify(status === 200 ? { id } : { error: { code: 'Fault' } }));
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the connector has no port');

  return {
    url: `http://127.0.0.1:${address.port}/`,
    calls,
    fail: (...answers) => failures.push(...answers),
    messages: () =>
      calls
        .filter(
          ({ method, status, activity }) =>
            method === 'POST' && status === 200 && activity.type === 'message',
        )
        .map(({ activity }) => activity),
    until: (done) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!done(calls)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
