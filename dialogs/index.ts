export { createDialog } from './create-dialog';
export { questionOf } from './pack-questions';
export { isGraver, triage } from './triage';
export { type Memory, noMemory } from './understanding/learned/memory';
export type { Learned } from './understanding/learned/train';
export type { Circumstances, Dialog, Envelope, TurnResult } from './dialog';
export type { Effect, HandoffReason, TimerName } from './effects';
export type { Input } from './input';
export type {
  AnswerValue,
  HeardFlag,
  Intent,
  Expectation,
  Meaning,
  Reply,
  Understand,
} from './meaning';
export type { Citation, Message, Option, Outcome, OutcomeFlag, Question } from './message';
