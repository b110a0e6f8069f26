import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server with one page, standing for any other site. */
export interface Sites {
  readonly port: number;
  /** What is in the page's body. */
  page: string;
  close(): Promise<void>;
}

export async function startSites(): Promise<Sites> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>A site</title><body>${sites.page}</body></html>`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  const sites: Sites = {
    port: address.port,
    page: '',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return sites;
}
