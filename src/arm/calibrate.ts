// What each task costs alone: no other task under way, nothing to wait for but its own answer. Floors and predictions
// start from these figures, never from the nominal delays.

import type { TaskCost } from '../model/arm-protocol.ts';
import type { Arm } from './arm.ts';
import { monotonicMs, threadCpuMs } from './clock.ts';
import { runCpu, runIo } from './task-parts.ts';
import { startSpan } from './task-span.ts';

/** Runs all tasks once, one after another, on this thread. */
export async function calibrate(arm: Arm): Promise<TaskCost[]> {
  const costs: TaskCost[] = [];
  const signal = new AbortController().signal;
  for (const input of arm.inputs) {
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
