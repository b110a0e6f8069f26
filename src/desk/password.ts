import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { AppError } from '../ports/errors';

/** The fewest characters that a password may have. */
export const passwordMinimum = 10;
/** Longer ones are refused, so that nobody can make us hash a novel. */
export const passwordMaximum = 500;

const derive = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** OWASP's figures for scrypt: 32 MiB and about a quarter of a second. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyBytes = 32;
const saltBytes = 16;

const hashPattern = /^scrypt\$N=(\d+),r=(\d+),p=(\d+)\$([\w-]{16,})\$([\w-]{32,})$/;

/** Hashes run on a thread pool that files and names need too; more than this would starve them. */
const atOnce = 2;
const mostWaiting = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) {
      throw new AppError('unavailable', 'Too many people are signing in. Try again in a moment.', {
        retryAfterSeconds: 5,
      });
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const normal = (password: string): string => password.normalize('NFKC');

const hashWith = (
  password: string,
  salt: Buffer,
  { N, r, p }: typeof cost,
  length: number,
): Promise<Buffer> =>
  oneOfFew(() => derive(normal(password), salt, length, { N, r, p, maxmem: 256 * N * r }));

const format = (salt: Buffer, hash: Buffer): string =>
  `scrypt$N=${cost.N},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;

/** A salted scrypt hash that carries its own parameters, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return format(salt, await hashWith(password, salt, cost, keyBytes));
}

/** Stands in for the hash of a name that nobody has: no password fits it. */
const decoy = format(randomBytes(saltBytes), randomBytes(keyBytes));

/**
 * Whether the password fits the stored hash. Costs the same when `stored` is null,
 * so that the time taken does not tell which names exist.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [, n, r, p, salt, hash] = hashPattern.exec(stored ?? decoy) ?? [];
  if (!n || !r || !p || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const actual = await hashWith(
    password,
    Buffer.from(salt, 'base64url'),
    { N: Number(n), r: Number(r), p: Number(p) },
    expected.length,
  );
  return timingSafeEqual(actual, expected) && stored !== null;
}
