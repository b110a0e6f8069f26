export type { Circumstances, Dialog, Envelope, TurnResult } from './dialog';
export type { Effect, HandoffReason, TimerName } from './effects';
export type { Input } from './input';
export type {
  AnswerValue,
  Found,
  HeardFlag,
  Intent,
  Meaning,
  RankedAnswer,
  Reply,
} from './meaning';
export type { Citation, Message, Option, Outcome, OutcomeFlag, Question } from './message';
