import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { UpgradeHandler } from '../ports/http';

/** Hands upgrades to whoever owns the path. A socket that nobody takes is refused, never left hanging. */
export function handleUpgrades(
  server: Server,
  upgrades: readonly UpgradeHandler[],
  upgraded: Set<Duplex>,
): void {
  server.on('upgrade', (request, socket, head) => {
    // Without a listener a reset by the peer would end the process.
    socket.on('error', () => socket.destroy());
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    for (const upgrade of upgrades) if (upgrade(request, socket, head)) return;
    refuse(socket, 404, 'Not Found', 'not-found', 'There is no socket at this address.');
  });
}

/** Answers what was not even HTTP, came too slowly or had too many headers. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
  } else if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    refuse(socket, 408, 'Request Timeout', 'bad-request', 'The request took too long to arrive.');
  } else if (error.code === 'HPE_HEADER_OVERFLOW') {
    refuse(
      socket,
      431,
      'Request Header Fields Too Large',
      'too-large',
      'The headers are too long.',
    );
  } else {
    refuse(socket, 400, 'Bad Request', 'bad-request', 'This is not a valid HTTP request.');
  }
}

function refuse(socket: Duplex, status: number, reason: string, code: string, message: string) {
  const body = JSON.stringify({ error: { code, message } });
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
