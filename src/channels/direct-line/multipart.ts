import { AppError } from '../../ports/errors';

export interface Part {
  /** Lower-case, without parameters; empty when not given. */
  readonly contentType: string;
  readonly name: string | null;
  readonly fileName: string | null;
  readonly content: Buffer;
}

const mostParts = 12;

/**
 * Takes a `multipart/form-data` body apart. Direct Line's own samples leave `Content-Disposition` out of
 * the activity part, which form parsers refuse; here it may be missing.
 */
export function parseMultipart(contentType: string, body: Buffer): readonly Part[] {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  const delimiter = boundary?.[1] ?? boundary?.[2];
  if (delimiter === undefined) throw malformed('it names no boundary');

  const parts: Part[] = [];
  const separator = Buffer.from(`\r\n--${delimiter}`);
  // The first boundary may stand at the very beginning, without a line before it.
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = text.indexOf(separator);
  if (at < 0) throw malformed('its boundary does not occur');
  for (;;) {
    const start = at + separator.length;
    if (text.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = text.indexOf(separator, start);
    if (next < 0) throw malformed('it breaks off');
    if (parts.length === mostParts) throw malformed(`it has over ${mostParts} parts`);
    parts.push(parsePart(text.subarray(start, next)));
    at = next;
  }
}

function parsePart(bytes: Buffer): Part {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw malformed('a part has no end of headers');
  const headers = new Map<string, string>();
  for (const line of bytes.subarray(0, end).toString('utf8').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0)
      headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return {
    contentType: (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    ...dispositionOf(headers.get('content-disposition')),
    content: bytes.subarray(end + 4),
  };
}

/** The names in a `Content-Disposition` header. */
export function dispositionOf(header: string | undefined): Pick<Part, 'name' | 'fileName'> {
  return { name: parameter(header, 'name'), fileName: parameter(header, 'filename') };
}

function parameter(header: string | undefined, name: string): string | null {
  const found = new RegExp(`(?:^|[;\\s])${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
    header ?? '',
  );
  return found?.[1]?.replace(/\\"|%22/g, '"') ?? found?.[2] ?? null;
}

function malformed(fault: string): AppError {
  return new AppError('bad-request', `The multipart body is malformed: ${fault}.`);
}
