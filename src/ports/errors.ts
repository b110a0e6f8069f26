/** Every error that a caller may meet: its HTTP status and what it means to an operator. */
export const errorTable = {
  'bad-request': 400,
  'not-signed-in': 401,
  'missing-authorization': 401,
  forbidden: 403,
  'token-expired': 403,
  'not-found': 404,
  'conversation-not-found': 404,
  'case-not-found': 404,
  'case-taken': 409,
  'case-not-yours': 409,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorTable;

/** The one class that is thrown. `message` is for the sender or operator and never holds a person's words. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; readonly retryAfterSeconds?: number },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.status = errorTable[code];
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  readonly retryAfterSeconds: number | undefined;
}

/** The one door for anything thrown: what is not ours becomes `internal`, with the cause kept for the log. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppError
    ? thrown
    : new AppError('internal', 'Something went wrong on our side.', { cause: thrown });
}
