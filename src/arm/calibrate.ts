// What each task costs alone: no other task under way, nothing to wait for but its own answer. Floors and predictions
// start from these figures, never from the nominal delays.

import type { TaskCost } from '../model/arm-protocol.ts';
import type { Arm } from './arm.ts';
import { monotonicMs, threadCpuMs } from './clock.ts';
import { runCpu, runIo } from './tasks/task-parts.ts';
import { startSpan } from './tasks/task-span.ts';

/** Runs all tasks once, one after another, on this thread. Gives up with no costs when that takes over `limitMs`. */
export async function calibrate(arm: Arm, limitMs: number): Promise<TaskCost[]> {
  const costs: TaskCost[] = [];
  const untilMs = monotonicMs() + limitMs;
  const signal = new AbortController().signal;
  for (const input of arm.inputs) {
    // What a gather does in a second may take an hour one by one.
    if (monotonicMs() > untilMs) return [];
    const span = startSpan(monotonicMs());
    const value = await runIo(arm.scenario, input, arm.client, signal, span);
    const fromCpuMs = threadCpuMs();
    runCpu(arm.scenario, value, span);
    const computeCpuMs = arm.scenario.cpu ? threadCpuMs() - fromCpuMs : 0;
    const { ioMs, serverMs, serverCpuMs, computeMs } = span;
    costs.push({ ioMs, serverMs, serverCpuMs, computeMs, computeCpuMs });
  }
  return costs;
}
