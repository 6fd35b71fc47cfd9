// What each task costs alone: no other task under way, nothing to wait for but its own answer. Floors and predictions
// start from these figures, never from the nominal delays.

import type { TaskCost } from '../model/processes/arm-protocol.ts';
import { monotonicMs, threadCpuMs } from './clock.ts';
import type { ReadyArm } from './ready-arm.ts';
import { runCpu, runIo } from './tasks/task-parts.ts';
import { startSpan, type TaskSpan } from './tasks/task-span.ts';

/** Runs all tasks once, one after another, on this thread. Gives up with no costs when that takes over `limitMs`. */
export async function calibrate(arm: ReadyArm, limitMs: number): Promise<TaskCost[]> {
  const costs: TaskCost[] = [];
  const untilMs = monotonicMs() + limitMs;
  const signal = new AbortController().signal;
  for (const input of arm.inputs) {
    // What a gather does in a second may take an hour one by one.
    if (monotonicMs() > untilMs) return [];
    const span = startSpan(monotonicMs());
    const computeCpuMs = await runAlone(arm, input, signal, span);
    const { ioMs, serverMs, serverCpuMs, computeWallMs } = span;
    costs.push({ ioMs, serverMs, serverCpuMs, computeWallMs, computeCpuMs });
  }
  return costs;
}

/** Runs one task and returns the CPU time of its computing. A task that is allowed to fail costs what it took until then. */
async function runAlone(arm: ReadyArm, input: unknown, signal: AbortSignal, span: TaskSpan): Promise<number> {
  const { scenario, client } = arm;
  try {
    const value = await runIo(scenario, input, client, signal, span);
    if (!scenario.cpu) return 0;
    const fromCpuMs = threadCpuMs();
    runCpu(scenario, value, span);
    return threadCpuMs() - fromCpuMs;
  } catch (thrown) {
    if (!scenario.allowFailures) throw thrown;
    return 0;
  }
}
