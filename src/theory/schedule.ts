// Schedules played out exactly, in input order, for durations known in advance: what a limit, a thread or a pool would
// do to the batch if nothing were uncertain. Predictions are built from these.

import { EventQueue } from './event-queue.ts';

/** One task of an event loop: a piece on the loop, a wait off it, a second piece on it. All in milliseconds. */
export interface LoopTask {
  readonly sendMs: number;
  readonly waitMs: number;
  readonly finishMs: number;
}

/** When each task ends on `machineCount` machines, each taking the next task in input order as soon as it is free. */
export function listScheduleMs(durationsMs: readonly number[], machineCount: number): number[] {
  return releasedScheduleMs(
    durationsMs.map((computeMs) => ({ atMs: 0, computeMs })),
    machineCount,
  );
}

/** The same for jobs that become available over time, first come, first served; ends in the order of the jobs. */
export function releasedScheduleMs(
  jobs: readonly { readonly atMs: number; readonly computeMs: number }[],
  machineCount: number,
): number[] {
  const free = new EventQueue<null>();
  for (let machine = 0; machine < Math.min(machineCount, jobs.length); machine++) free.add(0, null);
  const ends = new Array<number>(jobs.length).fill(0);
  const order = [...jobs.keys()].sort((a, b) => (jobs[a]?.atMs ?? 0) - (jobs[b]?.atMs ?? 0));
  for (const index of order) {
    const job = jobs[index];
    const machine = free.take();
    if (job === undefined || machine === null) continue;
    const end = Math.max(machine.atMs, job.atMs) + job.computeMs;
    ends[index] = end;
    free.add(end, null);
  }
  return ends;
}

/**
 * When each task ends on one event loop with at most `concurrency` under way. The loop turns: it serves the answers that
 * have arrived, in that order, and only then starts what their ends made room for, because the connection of an answer
 * is used again in the next turn. So a loop that computes on many answers asks late for the next ones.
 */
export function loopScheduleMs(tasks: readonly LoopTask[], concurrency: number): number[] {
  const answers = new EventQueue<number>();
  const ends = new Array<number>(tasks.length).fill(0);
  let nowMs = 0;
  let started = 0;
  const startNext = (count: number): void => {
    for (const task of tasks.slice(started, started + count)) {
      nowMs += task.sendMs;
      answers.add(nowMs + task.waitMs, started++);
    }
  };
  startNext(concurrency);
  for (let first = answers.take(); first !== null; first = answers.take()) {
    const turnMs = Math.max(nowMs, first.atMs);
    const served = [first.value, ...answers.takeUntil(turnMs)];
    nowMs = turnMs;
    for (const index of served) {
      nowMs += tasks[index]?.finishMs ?? 0;
      ends[index] = nowMs;
    }
    startNext(served.length);
  }
  return ends;
}

/** The end of the last task, in milliseconds; 0 for none. */
export function makespanMs(endsMs: readonly number[]): number {
  return endsMs.reduce((latest, end) => Math.max(latest, end), 0);
}
