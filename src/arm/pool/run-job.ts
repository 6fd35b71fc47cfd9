// What a worker does, be it a thread or a process: it runs a whole task, or only its computing part, and sends back the output
// together with the task's span; or it does what comes before and after batches.

import type { CellFailure } from '../../model/document/document.ts';
import { monotonicMs } from '../clock.ts';
import type { OpenWork } from '../tasks/open-work.ts';
import { startSpan, type TaskSpan } from '../tasks/spans/task-span.ts';
import { failureOf } from '../tasks/task-failure.ts';

/** A task, or the computing part of one. */
export interface PoolJob {
  readonly part: 'task' | 'cpu';
  readonly payload: unknown;
}

/** What every worker does once, or before every batch. */
export interface PhaseJob {
  readonly part: 'setup' | 'reset' | 'teardown';
}

/** What comes back of a task: the output with the task's span, or why there is none. */
export type PoolResult =
  | { readonly output: unknown; readonly span: TaskSpan; readonly failure?: undefined }
  | { readonly failure: CellFailure; readonly span: TaskSpan };

/** What comes back of a phase: why it failed, or null. */
export type PhaseResult = CellFailure | null;

/** A worker whose task passes its deadline is ended from outside. */
const neverAborted = new AbortController().signal;

/** Runs the job in the worker of that number. `seen` gets the output before the task counts as ended, and may throw. */
export async function runJob(
  work: OpenWork,
  { part, payload }: PoolJob,
  worker: number,
  seen: (output: unknown) => void,
): Promise<PoolResult> {
  const span = { ...startSpan(monotonicMs()), worker };
  const end = () => {
    span.endedMs = monotonicMs();
    span.workerToMs = span.endedMs;
  };
  try {
    const value = part === 'cpu' ? payload : await work.io(payload, neverAborted, span);
    const output = work.cpu(value, span);
    seen(output);
    end();
    return { output, span };
  } catch (thrown) {
    end();
    return { failure: failureOf(thrown), span };
  }
}

/** Does what comes before or after batches. */
export async function runPhase(work: OpenWork, { part }: PhaseJob, worker: number): Promise<PhaseResult> {
  try {
    if (part === 'setup') await work.setUp(worker);
    if (part === 'reset') await work.reset();
    if (part === 'teardown') await work.close();
    return null;
  } catch (thrown) {
    return failureOf(thrown);
  }
}

/** A connection is free again only a turn of the loop after its answer; the next task would open another. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
