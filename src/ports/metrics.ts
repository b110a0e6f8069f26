import type { HandoffReason, Input, Outcome } from '../../dialogs';

/** What is counted. Labels are from closed lists; never a person's words, names or ids. */
export interface Metrics {
  turn(measured: {
    readonly input: Input['type'];
    readonly seconds: number;
    readonly repeated: boolean;
  }): void;
  turnFailed(): void;
  concluded(outcome: Outcome): void;
  unanswered(): void;
  caseOpened(tier: Outcome['tier'] | null, reason: HandoffReason): void;
  rated(score: number): void;
  /** Open sockets and streams, +1 and -1. */
  sockets(kind: 'directline' | 'desk', change: 1 | -1): void;
  /** Prometheus text, version 0.0.4. */
  render(): Promise<string>;
}
