// What a task threw, as data that crosses threads and processes whole: an Error loses its class and its code on the way,
// and `Promise.reject(null)` in a worker looks like an answer.

import { BenchError, messageOf } from '../../errors.ts';
import type { CellFailure } from '../../model/document/document.ts';

/** A failure that has travelled from a worker. */
export class TaskFailure extends Error {
  readonly failure: CellFailure;

  constructor(failure: CellFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Anything thrown, as data. */
export function failureOf(thrown: unknown): CellFailure {
  if (thrown instanceof TaskFailure) return thrown.failure;
  if (thrown instanceof BenchError) return { code: thrown.code, message: `${thrown.message}. ${thrown.hint}` };
  if (!(thrown instanceof Error)) return { code: 'TASK_THREW', message: `threw ${describe(thrown)}, not an Error` };
  const { code } = thrown as { code?: unknown };
  return { code: typeof code === 'string' ? code : 'TASK_THREW', message: messageOf(thrown) };
}

function describe(value: unknown): string {
  try {
    return typeof value === 'string' ? `'${value}'` : String(value);
  } catch {
    return 'an object';
  }
}
