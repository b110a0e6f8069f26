import type { IncomingMessage } from 'node:http';
import type { CorsPolicy, Route } from '../ports/http';

/** What the clients of Direct Line send besides the headers that browsers always allow. */
const allowedHeaders =
  'Accept, Authorization, Content-Disposition, Content-Type, X-Requested-With, x-ms-bot-agent';

/** Headers for a reply to a page of another origin. They go onto errors too, or the page sees status 0. */
export function corsHeaders(
  policy: CorsPolicy | undefined,
  request: IncomingMessage,
): Readonly<Record<string, string>> {
  if (!policy) return {};
  const origin = request.headers.origin;
  if (!origin || !policy.allows(origin, request.headers.host)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'Retry-After',
    // The session helper of Direct Line is called with credentials; we set no cookies there.
    'access-control-allow-credentials': 'true',
  };
}

/** One preflight route for each path that other origins may use. */
export function preflightRoutes(routes: readonly Route[]): readonly Route[] {
  const methods = new Map<string, { policy: CorsPolicy; names: Set<string> }>();
  for (const route of routes) {
    if (!route.cors) continue;
    const known = methods.get(route.path) ?? { policy: route.cors, names: new Set(['OPTIONS']) };
    known.names.add(route.method);
    methods.set(route.path, known);
  }
  return [...methods].map(([path, { policy, names }]) => ({
    method: 'OPTIONS',
    path,
    cors: policy,
    handle: async () => ({
      status: 204,
      headers: {
        'access-control-allow-methods': [...names].join(', '),
        'access-control-allow-headers': allowedHeaders,
        'access-control-max-age': '7200',
      },
    }),
  }));
}
