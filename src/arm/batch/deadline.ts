// How long a batch may take. One that passes its deadline is told by a signal, and not waited for.

import { BenchError } from '../../errors.ts';

/** Runs the work with a signal that is aborted, and a promise that rejects with `DEADLINE`, once the time is over. */
export async function withDeadline<T>(
  deadlineMs: number,
  work: (signal: AbortSignal, expired: Promise<never>) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { promise: expired, reject } = Promise.withResolvers<never>();
  expired.catch(() => {});
  const timer = setTimeout(() => {
    reject(
      new BenchError(
        'DEADLINE',
        `a batch did not end within ${deadlineMs / 1000} s`,
        'Give it longer with --deadline, or look for a task that never ends.',
      ),
    );
    controller.abort();
  }, deadlineMs);
  try {
    return await work(controller.signal, expired);
  } finally {
    clearTimeout(timer);
  }
}
