import { z } from 'zod';
import type { AnswerValue } from '../../dialogs';

const answer = z.union([
  z.boolean(),
  z.number(),
  z.string().max(4_000),
  z.array(z.string().max(200)).max(50),
]);
const pressed = z.object({
  question: z.string().min(1).max(100),
  /** What a card says about itself; other clients leave it out. */
  kind: z.string().optional(),
  answer: answer.optional(),
});

/** A button or a card that was used, and the question that it belongs to. */
export interface PressedAnswer {
  readonly question: string;
  readonly answer: AnswerValue;
}

/**
 * Reads the `value` of an activity as an answer; null when it is none. Cards send what was ticked as
 * "a,b", and leave it out when nothing was.
 */
export function readAnswer(value: unknown): PressedAnswer | null {
  const result = pressed.safeParse(value);
  if (!result.success) return null;
  const { question, kind, answer: given } = result.data;
  if (kind === 'multi-choice') return { question, answer: listOf(given) };
  if (given === undefined) return null;
  return typeof given === 'string' && given.includes(',')
    ? { question, answer: listOf(given) }
    : { question, answer: given };
}

function listOf(given: AnswerValue | undefined): readonly string[] {
  if (typeof given === 'object') return given;
  return String(given ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
