import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

/** The address of the other end; empty once the connection is gone, when there is no socket any more. */
export function addressOf(request: IncomingMessage): string {
  const socket: IncomingMessage['socket'] | null = request.socket;
  return socket?.remoteAddress ?? '';
}

/** True for an address of this machine itself. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** True when the person's connection is encrypted. Only a proxy on this machine is believed about it. */
export function isSecure(request: IncomingMessage): boolean {
  if (request.socket instanceof TLSSocket) return true;
  return (
    isLoopback(addressOf(request)) &&
    String(request.headers['x-forwarded-proto'] ?? '').startsWith('https')
  );
}

/**
 * Whom a limit counts. Behind a proxy on this machine it is the address that the proxy saw; this
 * machine itself is nobody and is not limited.
 */
export function limitedPeer(request: IncomingMessage): string | null {
  const peer = addressOf(request);
  if (!isLoopback(peer)) return peer;
  const seen = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return seen ? seen : null;
}
