import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createRetriever } from '../../knowledge';
import { createUnderstanding } from '../../dialogs/understanding/understanding';
import { openKnowledge } from '../knowledge/open-knowledge';
import { createAnswerLine, type UnderstandRequest } from './understand-line';
import { runCommand } from './run-command';

/** `npm run --silent understand -- [--locale en]`: JSON lines in, one JSON line out for each, in order. */

const requestSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  question: z.string().optional(),
});
const identified = z.object({ id: z.union([z.string(), z.number()]) });

type Read =
  | { readonly ok: true; readonly request: UnderstandRequest }
  | { readonly ok: false; readonly id?: string | number; readonly error: string };

function readLine(line: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, error: 'not JSON' };
  }
  const read = requestSchema.safeParse(value);
  if (read.success) {
    const { id, text, question } = read.data;
    return { ok: true, request: { id, text, ...(question === undefined ? {} : { question }) } };
  }
  const known = identified.safeParse(value);
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  const error = `${place === '' ? '' : `"${place}": `}${issue?.message ?? 'not a request'}`;
  return known.success ? { ok: false, id: known.data.id, error } : { ok: false, error };
}

function localeOf(options: readonly string[]): string {
  const [first, second] = options;
  if (first === undefined) return 'en';
  if (first.startsWith('--locale=')) return first.slice('--locale='.length);
  return first === '--locale' && second !== undefined ? second : '';
}

async function main(options: readonly string[]): Promise<number> {
  const { pack, memory } = openKnowledge();
  const locale = localeOf(options);
  const words = pack.words.get(locale);
  if (words === undefined) {
    const available = [...pack.words.keys()].join(', ');
    process.stderr.write(`usage: understand [--locale LOCALE]; available: ${available}\n`);
    return 2;
  }
  const understand = createUnderstanding(words, pack.rules, createRetriever(words), memory);
  const answerLine = createAnswerLine({ pack, words }, understand, new Date().toISOString());
  let exitCode = 0;
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const read = readLine(line);
    const answer = read.ok ? answerLine(read.request) : read;
    if ('error' in answer) {
      exitCode = 1;
      const id = answer.id === undefined ? {} : { id: answer.id };
      process.stdout.write(
        `${JSON.stringify({ ...id, error: `line ${lineNumber}: ${answer.error}` })}\n`,
      );
    } else process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  return exitCode;
}

void runCommand(main);
