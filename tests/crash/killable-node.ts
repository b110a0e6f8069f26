import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import type { Turn } from '../../src/ports/conversations';

const root = join(__dirname, '..', '..');

/** Compiles the process under test once; it has to start fast. */
export function buildNode(): void {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-p', join(__dirname, 'tsconfig.json')], {
    stdio: 'inherit',
  });
}

/** The process lives and did not take the turn. */
export class RefusedTurn extends Error {}

export interface KillableNode {
  /** Resolves with what the process answered; rejects when it died before it had answered. */
  turn(conversation: string, id: string, text: string): Promise<Turn>;
  /** `kill -9`. Resolves when the process is gone. */
  kill(): Promise<void>;
}

export async function startNode(databaseUrl: string): Promise<KillableNode> {
  const script = join(root, 'dist', 'crash', 'tests', 'crash', 'node-under-test.js');
  const child = fork(script, [databaseUrl], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await portOf(child);
  const agent = new Agent({ keepAlive: true });
  return {
    turn: (conversation, id, text) => post(agent, port, { conversation, id, text }),
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      agent.destroy();
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', () => reject(new Error('the process ended before it listened')));
  });
}

function post(agent: Agent, port: number, body: object): Promise<Turn> {
  return new Promise((resolve, reject) => {
    const call = request({ agent, port, host: '127.0.0.1', method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new RefusedTurn());
        const turn: Turn = JSON.parse(Buffer.concat(chunks).toString());
        resolve(turn);
      });
    });
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}
