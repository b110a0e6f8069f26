import type { CorsPolicy } from '../../ports/http';

/**
 * Which pages may talk to us from a browser: the ones configured (`*` for all), our own, and pages that
 * the reader's machine serves itself.
 */
export function pagePolicy(
  widgetOrigins: readonly string[],
  publicUrl: string | undefined,
): CorsPolicy {
  const listed = new Set(widgetOrigins.map((origin) => originOf(origin) ?? origin));
  if (publicUrl !== undefined) listed.add(originOf(publicUrl) ?? publicUrl);
  return {
    allows: (origin, host) => {
      if (listed.has('*') || listed.has(origin)) return true;
      const page = URL.canParse(origin) ? new URL(origin) : null;
      if (!page || page.origin !== origin) return false;
      return page.host === host?.toLowerCase() || isLoopbackHost(page.hostname);
    },
  };
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}
