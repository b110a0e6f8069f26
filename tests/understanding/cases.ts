import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { slotsSchema } from '../../knowledge';

const caseSchema = z.strictObject({
  id: z.string(),
  group: z.string(),
  text: z.string(),
  question: z.string().optional(),
  tier: z.enum(['emergency', 'urgent', 'soon', 'none']).optional(),
  flags: z.array(z.string()).optional(),
  slots: slotsSchema.optional(),
  intent: z.string().optional(),
  reply: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('value'),
        value: z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]),
      }),
      z.object({ kind: z.literal('dont-know') }),
    ])
    .nullable()
    .optional(),
});
export type Case = z.infer<typeof caseSchema>;

/** The labelled messages of one file under `cases/`. */
export function readCases(file: string): Case[] {
  return readFileSync(join(__dirname, 'cases', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => caseSchema.parse(JSON.parse(line)));
}
