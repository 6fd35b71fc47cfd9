// Every way the program can refuse or fail, in one list. A message names the flag or the place and shows expected and
// got; the hint is the next step. cli/ prints both in one go and maps the code to an exit code; anything that is not a
// BenchError is a bug and keeps its stack.

import { EXIT, type ExitCode } from './exit-codes.ts';

/** All codes, with the exit code each leads to. */
export const ERROR_CODES = {
  USAGE: EXIT.refused,
  UNKNOWN_SCENARIO: EXIT.refused,
  UNKNOWN_STRATEGY: EXIT.refused,
  UNKNOWN_FORMAT: EXIT.refused,
  SCENARIO_LOAD: EXIT.refused,
  SCENARIO_INVALID: EXIT.refused,
  HUNT_FILE: EXIT.refused,
  CONFIG_LOAD: EXIT.refused,
  CONFIG_INVALID: EXIT.refused,
  FILE_READ: EXIT.refused,
  FILE_WRITE: EXIT.refused,
  FILE_NOT_JSON: EXIT.refused,
  FILE_SCHEMA: EXIT.refused,
  FILE_NEWER: EXIT.refused,
  DOCUMENT_INVALID: EXIT.found,
  PORT_IN_USE: EXIT.refused,
  FIXTURE_START: EXIT.unmeasurable,
  FIXTURE_LOST: EXIT.found,
  TARGET_UNUSABLE: EXIT.refused,
  SERVICE_START: EXIT.refused,
  SERVICE_LOST: EXIT.found,
  TREE_MISSING: EXIT.refused,
  TREE_WITHOUT_FOLDER: EXIT.incomparable,
  SAME_VERSION: EXIT.incomparable,
  INSTALL_FAILED: EXIT.refused,
  REQUEST_BOUND: EXIT.found,
  REQUESTS_SPENT: EXIT.interrupted,
  MACHINE_LIMIT: EXIT.unmeasurable,
  ARM_START: EXIT.found,
  ARM_EXIT: EXIT.found,
  CLOCK_REPLACED: EXIT.found,
  DEADLINE: EXIT.found,
  TASK_THREW: EXIT.found,
  SETUP_THREW: EXIT.found,
  RESET_THREW: EXIT.found,
  TEARDOWN_THREW: EXIT.found,
  NOT_CLONEABLE: EXIT.found,
  OUTPUT_WRONG: EXIT.found,
  OUTPUT_DIFFERS: EXIT.found,
  HTTP_STATUS: EXIT.found,
  HTTP_INTEGRITY: EXIT.found,
  INTERRUPTED: EXIT.interrupted,
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

  get exitCode(): ExitCode {
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
