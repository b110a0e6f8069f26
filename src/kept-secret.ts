import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The secret of Direct Line where none was configured: made once and kept beside the database, readable by
 * its owner alone, so that tokens outlive a restart.
 */
export function keptSecret(databaseUrl: string): string {
  const file = join(folderOf(databaseUrl), 'direct-line.secret');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    // Complete before it has its name, and never over another's, when two processes start at once.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 20) throw new Error(`${file} holds no secret; delete it to have one made`);
  return secret;
}

function folderOf(databaseUrl: string): string {
  const path = databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : ':memory:';
  return path === ':memory:' ? 'data' : dirname(path);
}
