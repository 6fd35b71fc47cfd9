// What each task costs alone: no other task under way, nothing to wait for but its own answer. Floors and predictions
// start from these figures, never from the nominal delays.

import type { TaskCost } from '../model/document.ts';
import { monotonicMs, processCpuMs, threadCpuMs } from './clock.ts';
import type { ReadyArm } from './ready-arm.ts';
import { runCpu, runIo } from './tasks/task-parts.ts';
import { startSpan } from './tasks/task-span.ts';

/** Runs all tasks once, one after another, on this thread. Gives up with no costs when that takes over `limitMs`. */
export async function calibrate(arm: ReadyArm, limitMs: number): Promise<TaskCost[]> {
  const costs: TaskCost[] = [];
  const untilMs = monotonicMs() + limitMs;
  const signal = new AbortController().signal;
  for (const input of arm.inputs) {
    // What a gather does in a second may take an hour one by one.
    if (monotonicMs() > untilMs) return [];
    costs.push(await runAlone(arm, input, signal));
  }
  return costs;
}

/** Runs one task and returns what it cost. A task that is allowed to fail costs what it took until then. */
async function runAlone(arm: ReadyArm, input: unknown, signal: AbortSignal): Promise<TaskCost> {
  const { scenario, client } = arm;
  const before = readCpu();
  const span = startSpan(monotonicMs());
  let waited = before;
  try {
    const value = await runIo(scenario, input, client, signal, span);
    waited = readCpu();
    runCpu(scenario, value, span);
  } catch (thrown) {
    if (!scenario.allowFailures) throw thrown;
  }
  const wallMs = monotonicMs() - span.startedMs;
  const after = readCpu();
  const { ioMs, serverMs, serverCpuMs, requestCount, computeWallMs } = span;
  const threadMs = after.threadMs - before.threadMs;
  return {
    ...{ wallMs, ioMs, serverMs, serverCpuMs, requestCount, computeWallMs },
    ioCpuMs: waited.threadMs - before.threadMs,
    computeCpuMs: after.threadMs - waited.threadMs,
    otherCpuMs: Math.max(0, after.processMs - before.processMs - threadMs),
  };
}

function readCpu() {
  return { processMs: processCpuMs(), threadMs: threadCpuMs() };
}
