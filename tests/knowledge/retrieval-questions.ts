import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const fileSchema = z.strictObject({
  inScope: z.record(z.string(), z.array(z.string())),
  outOfScope: z.array(z.string()),
});

export interface Question {
  readonly text: string;
  /** The entries that answer it; none for a question that we do not answer. */
  readonly expected: readonly string[];
}

/** The questions of a file beside this one. */
export function readQuestions(name: string): readonly Question[] {
  const content: unknown = parse(readFileSync(join(__dirname, name), 'utf8'));
  const file = fileSchema.parse(content);
  return [
    ...Object.entries(file.inScope).flatMap(([ids, texts]) =>
      texts.map((text) => ({ text, expected: ids.split('|') })),
    ),
    ...file.outOfScope.map((text) => ({ text, expected: [] })),
  ];
}
