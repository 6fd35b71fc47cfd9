// What this process's own thread gets: how late its timers are, and how many kernel units it computes in a millisecond.

import { mixUnits } from '../../kernels.ts';
import { median } from '../../stats/quantile.ts';
import { threadCpuMs } from '../clock.ts';

const TIMER_COUNT = 30;
const KERNEL_REPEATS = 10;
const KERNEL_UNITS = 30;

/** Median lateness of a 1 ms timer; negative when it fires early. */
export async function probeTimer(): Promise<number> {
  const lateMs: number[] = [];
  for (let count = 0; count < TIMER_COUNT; count++) {
    const fromMs = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1));
    lateMs.push(performance.now() - fromMs - 1);
  }
  return median(lateMs);
}

/** Kernel units in one millisecond of thread CPU time, after warm-up. */
export function probeKernel(): number {
  const unitsPerMs: number[] = [];
  for (let repeat = 0; repeat < KERNEL_REPEATS; repeat++) {
    const fromMs = threadCpuMs();
    mixUnits(KERNEL_UNITS, repeat);
    unitsPerMs.push(KERNEL_UNITS / (threadCpuMs() - fromMs));
  }
  return median(unitsPerMs.slice(KERNEL_REPEATS / 2));
}
