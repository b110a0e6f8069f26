import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const script = join(__dirname, '..', '..', 'dist', 'crash', 'src', 'index.js');

/** The whole service in a process of its own, run in a folder of its own. */
export interface Service {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  /** Resolves with the exit code. */
  readonly exited: Promise<number | null>;
}

export function runService(folder: string, environment: Readonly<Record<string, string>>): Service {
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return {
    process: child,
    printed: () => printed,
    exited: once(child, 'close').then(() => child.exitCode),
  };
}

/** The address that the service printed when it was ready. */
export async function addressOf({ process: child }: Service): Promise<string> {
  if (!child.stdout) throw new Error('the output of the service is not captured');
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('the service ended before it was ready');
}
