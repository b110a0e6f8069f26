import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { loadConfig } from '../config';
import { systemClock } from '../conversation/system-clock';
import { openStore } from '../store/open-store';
import { deskUserCommand } from './desk-user-command';
import { runCommand } from './run-command';

/** `npm run desk:user -- add NAME | list | disable NAME`: the clinicians' local accounts. */

/** The first line of standard input; typed by hand it is not shown. */
async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write('Password: ');
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silence, terminal: stdin.isTTY });
  const first = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  if (stdin.isTTY) stderr.write('\n');
  return first;
}

async function main(args: readonly string[]): Promise<number> {
  const store = await openStore(loadConfig().databaseUrl, systemClock);
  try {
    const { exitCode, text } = await deskUserCommand(args, store.clinicians, readPassword);
    (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
    return exitCode;
  } finally {
    await store.close();
  }
}

void runCommand(main);
