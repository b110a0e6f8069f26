/**
 * What a page of ours may load: itself, images it drew or was given, and sockets. Web Chat styles inline,
 * and makes pictures smaller in a worker of its own making.
 */
const pagePolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss: blob:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Headers that a reply gets unless its route set them itself. */
export function securityHeaders(
  contentType: string | readonly string[] | undefined,
): Readonly<Record<string, string>> {
  const always = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
  return String(contentType ?? '').startsWith('text/html')
    ? { ...always, 'content-security-policy': pagePolicy, 'x-frame-options': 'SAMEORIGIN' }
    : always;
}
