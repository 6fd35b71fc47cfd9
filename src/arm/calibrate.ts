// What each task costs alone: no other task under way, nothing to wait for but its own answer. Floors and predictions
// start from these figures, never from the nominal delays.

import type { TaskCost } from '../model/document/document.ts';
import type { CalibratedTask } from '../model/processes/arm-protocol.ts';
import { unionLength } from '../stats/intervals.ts';
import { monotonicMs, processCpuMs, threadCpuMs } from './clock.ts';
import type { ReadyArm } from './ready-arm.ts';
import { servedOf, startSpan } from './tasks/spans/task-span.ts';

/**
 * Runs tasks one after another on this thread, from where the last call stopped, until every one had its turn or `limitMs`
 * are over; at least one. Neighbours in the input order often cost alike, so that the turns leap over the batch.
 */
export async function calibrate(arm: ReadyArm, limitMs: number, turn: number): Promise<CalibratedTask[]> {
  await arm.reset();
  const tasks: CalibratedTask[] = [];
  const untilMs = monotonicMs() + limitMs;
  const signal = new AbortController().signal;
  const count = arm.inputs.length;
  for (let step = 0; step < count; step++) {
    // What a gather does in a second may take an hour one by one.
    if (step > 0 && monotonicMs() > untilMs) break;
    const mostAsked = Math.max(0, ...tasks.map(({ requestCount }) => requestCount));
    if (step > 0 && !arm.work.allows(mostAsked)) break;
    const index = ((turn + step) * leapOf(count)) % count;
    tasks.push({ index, ...(await runAlone(arm, arm.inputs[index], signal)) });
  }
  return tasks;
}

/** A step that visits every index once before it returns to the first: about the golden section, without a common divisor. */
function leapOf(count: number): number {
  let leap = Math.max(1, Math.round(count * 0.618));
  while (leap > 1 && greatestCommonDivisor(leap, count) !== 1) leap -= 1;
  return leap;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}

/** Runs one task and returns what it cost. A task that is allowed to fail costs what it took until then. */
async function runAlone(arm: ReadyArm, input: unknown, signal: AbortSignal): Promise<TaskCost> {
  const { work } = arm;
  const before = readCpu();
  const span = startSpan(monotonicMs());
  let waited = before;
  try {
    const value = await work.io(input, signal, span);
    waited = readCpu();
    work.cpu(value, span);
  } catch (thrown) {
    if (!work.scenario.allowFailures) throw thrown;
  }
  const wallMs = monotonicMs() - span.startedMs;
  const after = readCpu();
  const { ioMs, serverCpuMs, requestCount, computeWallMs } = span;
  const threadMs = after.threadMs - before.threadMs;
  return {
    ...{ wallMs, ioMs, serverMs: unionLength(servedOf(span)), serverCpuMs, requestCount, computeWallMs },
    ioCpuMs: waited.threadMs - before.threadMs,
    computeCpuMs: after.threadMs - waited.threadMs,
    otherCpuMs: Math.max(0, after.processMs - before.processMs - threadMs),
  };
}

function readCpu() {
  return { processMs: processCpuMs(), threadMs: threadCpuMs() };
}
