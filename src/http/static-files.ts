import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { AppError } from '../ports/errors';
import type { HttpReply, HttpRequest, Route } from '../ports/http';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Names that the build gave a hash: their content never changes. */
const hashed = /[-.][A-Za-z0-9_-]{8,}\.(?:m?js|css|svg|png|woff2)(?:\.map)?$/;
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface StoredFile {
  readonly content: Buffer;
  readonly etag: string;
  readonly modifiedMs: number;
}

/**
 * Serves a folder of built files under a prefix, precompressed where `.br` or `.gz` lies beside them.
 * Nothing outside the folder and no hidden file is ever served.
 */
export function staticRoutes(folder: string, prefix: string): readonly Route[] {
  const files = createFiles();
  const root = resolve(folder);
  return [
    {
      method: 'GET',
      path: `${prefix === '/' ? '' : prefix}/*`,
      handle: async (request) => {
        const file = resolve(root, `./${request.params['*'] ?? ''}`);
        const inside = file.startsWith(root + sep) && !file.slice(root.length).includes(`${sep}.`);
        if (!inside || file.includes('\0')) throw notFound();
        return files(file, request);
      },
    },
  ];
}

/** Serves one built file at a path of its own, such as a page or the embed script. */
export function fileRoute(path: string, file: string): Route {
  const files = createFiles();
  return { method: 'GET', path, handle: (request) => files(resolve(file), request) };
}

type Serve = (file: string, request: HttpRequest) => Promise<HttpReply>;

/** Keeps what it read as long as the file is not written anew. */
function createFiles(): Serve {
  const known = new Map<string, StoredFile>();

  const read = async (file: string): Promise<StoredFile | null> => {
    const facts = await stat(file).catch(() => null);
    if (!facts?.isFile()) return null;
    const stored = known.get(file);
    if (stored?.modifiedMs === facts.mtimeMs) return stored;
    const content = await readFile(file);
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const fresh = { content, etag, modifiedMs: facts.mtimeMs };
    known.set(file, fresh);
    return fresh;
  };

  return async (file, request) => {
    const plain = await read(file);
    if (!plain) throw notFound();
    const headers: Record<string, string> = {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      // Pages of other sites load the widget, also as a module.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    };
    const accepted = acceptedEncodings(request.headers['accept-encoding']);
    for (const encoding of encodings) {
      const packed = accepted.has(encoding.name) ? await read(file + encoding.suffix) : null;
      if (packed && packed.modifiedMs >= plain.modifiedMs) {
        return reply(packed, { ...headers, 'content-encoding': encoding.name }, request);
      }
    }
    return reply(plain, headers, request);
  };
}

function reply(
  file: StoredFile,
  headers: Readonly<Record<string, string>>,
  request: HttpRequest,
): HttpReply {
  const withTag = { ...headers, etag: file.etag };
  const wanted = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  return wanted.some((tag) => tag.replace(/^W\//, '') === file.etag)
    ? { status: 304, headers: withTag }
    : { status: 200, headers: withTag, content: file.content };
}

function acceptedEncodings(header: string | readonly string[] | undefined): ReadonlySet<string> {
  const offers = String(header ?? '').split(',');
  return new Set(
    offers
      .map((offer) =>
        offer
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/),
      )
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
      .map(([name]) => name ?? ''),
  );
}

function notFound(): AppError {
  return new AppError('not-found', 'There is nothing at this address.');
}
