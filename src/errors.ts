// Every way the program can refuse or fail, in one list. A message names the flag or the place and shows expected and
// got; the hint is the next step. cli/ prints both in one go and maps the code to an exit code; anything that is not a
// BenchError is a bug and keeps its stack.

/** All codes, with the exit code each leads to. */
export const ERROR_CODES = {
  USAGE: 2,
  UNKNOWN_SCENARIO: 2,
  UNKNOWN_STRATEGY: 2,
  UNKNOWN_FORMAT: 2,
  SCENARIO_LOAD: 2,
  SCENARIO_INVALID: 2,
  FILE_READ: 2,
  FILE_WRITE: 2,
  FILE_NOT_JSON: 2,
  FILE_SCHEMA: 2,
  FILE_NEWER: 2,
  DOCUMENT_INVALID: 1,
  PORT_IN_USE: 2,
  FIXTURE_START: 4,
  FIXTURE_LOST: 1,
  MACHINE_LIMIT: 4,
  ARM_START: 1,
  ARM_EXIT: 1,
  DEADLINE: 1,
  TASK_THREW: 1,
  OUTPUT_WRONG: 1,
  OUTPUT_DIFFERS: 1,
  HTTP_STATUS: 1,
  HTTP_INTEGRITY: 1,
  INTERRUPTED: 130,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A failure the user can act on. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
  readonly code: ErrorCode;
  /** The next step, as a sentence or a command. */
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code];
  }
}

/** The message of anything that was thrown, in one line. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) {
    // A DOMException that crossed threads arrives as an Error whose only text is its stack.
    const [firstLine = ''] = (thrown.message || thrown.stack || thrown.name).split('\n', 1);
    return firstLine;
  }
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return String(thrown);
}
