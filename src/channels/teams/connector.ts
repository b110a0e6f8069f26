import { z } from 'zod';

/** How long a channel may take to accept an activity. */
const patienceMs = 10_000;

/** A channel did not take an activity. Holds no words: neither what was sent nor what came back. */
export class ConnectorFailure extends Error {
  constructor(
    /** The HTTP status; null when there was no answer at all. */
    readonly status: number | null,
    readonly retryAfterSeconds: number | null,
    options?: { readonly cause?: unknown },
  ) {
    super(
      status === null ? 'the channel did not answer' : `the channel answered ${status}`,
      options,
    );
    this.name = 'ConnectorFailure';
  }
}

const answerSchema = z.object({ id: z.string().min(1) });

/**
 * Calls the connector of a channel, once: trying again is for the outbox, which knows the order.
 * Returns the id that the channel gave, if any. Throws `ConnectorFailure`.
 */
export async function callConnector(
  method: 'POST' | 'PUT',
  serviceUrl: string,
  path: readonly string[],
  activity: object,
  token: string | null,
): Promise<string | undefined> {
  const base = serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`;
  const url = base + path.map((part) => encodeURIComponent(part)).join('/');
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, {
      method,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
      // A token is for this address and for no other.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    body = response.ok && text !== '' ? parsed(text) : null;
  } catch (cause) {
    throw new ConnectorFailure(null, null, { cause });
  }
  if (!response.ok)
    throw new ConnectorFailure(
      response.status,
      secondsOf(response.headers.get('retry-after'), Date.now()),
    );
  return answerSchema.safeParse(body).data?.id;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `Retry-After` is a number of seconds or a date. */
export function secondsOf(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
