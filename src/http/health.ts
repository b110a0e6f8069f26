import { timingSafeEqual } from 'node:crypto';
import { AppError } from '../ports/errors';
import type { HttpRequest, Route } from '../ports/http';
import { isLoopback } from './peer';

/** One thing that must work before we serve. It throws, or answers a reason, when it does not. */
export interface HealthCheck {
  readonly name: string;
  readonly check: () => Promise<string | void>;
}

/** A check that takes longer has failed. */
const patienceMs = 2_000;

/** `/healthz`, `/readyz` and `/metrics`. */
export function healthRoutes(parts: {
  readonly checks: readonly HealthCheck[];
  readonly metrics: () => Promise<string>;
  /** Lets others than this machine read the metrics. */
  readonly metricsToken?: string;
}): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      handle: async () => ({ status: 200, json: { status: 'ok' } }),
    },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const faults = await Promise.all(parts.checks.map(run));
        const reasons = faults.filter((fault) => fault !== null);
        if (reasons.length > 0) throw new AppError('unavailable', reasons.join(' '));
        return { status: 200, json: { status: 'ready' } };
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async (request) => {
        if (!mayReadMetrics(request, parts.metricsToken)) {
          throw new AppError('forbidden', 'Metrics are for this machine or a bearer token.');
        }
        return {
          status: 200,
          headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
          content: await parts.metrics(),
        };
      },
    },
  ];
}

async function run({ name, check }: HealthCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('did not answer in time'), patienceMs);
  });
  try {
    const reason = await Promise.race([check(), slow]);
    return reason === undefined ? null : `${name}: ${reason}.`;
  } catch {
    return `${name}: not available.`;
  } finally {
    clearTimeout(timer);
  }
}

function mayReadMetrics(request: HttpRequest, token: string | undefined): boolean {
  // A proxy on this machine makes everybody look local, so a forwarded request needs the token.
  const forwarded = request.headers['x-forwarded-for'] !== undefined;
  if (isLoopback(request.peer) && !forwarded) return true;
  const given = /^Bearer (.+)$/.exec(String(request.headers.authorization ?? ''))?.[1];
  if (token === undefined || given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
