// One sample: the whole batch, once, timed by tinybench. Sole importer of tinybench, which is used for exactly this:
// a fresh Bench with one iteration and no warm-up. Its concurrency mode, throughput and retained order are never used
// (they report the reciprocal of per-call latency, a biased mean, and sorted samples).

import { Bench } from 'tinybench';
import { BenchError } from '../errors.ts';
import { loopUtilization, monotonicMs, processCpuMs, threadCpuMs } from './clock.ts';
import type { GcProbe } from './gc-probe.ts';
import type { Window } from './tasks/spans/span-recorder.ts';

/** What was seen around one batch. Times in milliseconds. */
export interface TimedBatch {
  readonly outputs: readonly unknown[];
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The part of it that this thread used. */
  readonly loopCpuMs: number;
  readonly loopUtilizationRatio: number;
  readonly gcMs: number;
  readonly window: Window;
}

/** Runs `batch` once. The probes are read outside the timed window. Rejects with whatever the batch rejects with. */
export async function timeBatch(batch: () => Promise<unknown[]>, gcProbe: GcProbe): Promise<TimedBatch> {
  let outputs: unknown[] = [];
  let failure: { thrown: unknown } | undefined;
  const before = { cpuMs: 0, loopCpuMs: 0, ...readProbes() };
  const after = { ...before };
  const gcBeforeMs = await gcProbe.totalMs();
  const bench = new Bench({
    now: monotonicMs,
    iterations: 1,
    time: 0,
    warmup: false,
    retainSamples: true,
    throws: true,
  });
  bench.add(
    'batch',
    async () => {
      try {
        outputs = await batch();
      } catch (thrown) {
        // tinybench would replace what is not an Error by an empty one.
        failure = { thrown };
      }
    },
    {
      async: true,
      beforeEach: () => {
        before.cpuMs = processCpuMs();
        before.loopCpuMs = threadCpuMs();
        Object.assign(before, readProbes());
      },
      afterEach: () => {
        Object.assign(after, readProbes());
        after.loopCpuMs = threadCpuMs();
        after.cpuMs = processCpuMs();
      },
    },
  );
  await bench.run();
  const gcMs = (await gcProbe.totalMs()) - gcBeforeMs;
  if (failure) throw failure.thrown;
  const result = bench.tasks[0]?.result;
  const wallMs = result?.state === 'completed' ? result.latency.samples?.[0] : undefined;
  if (wallMs === undefined) throw new BenchError('TASK_THREW', `the batch ended ${result?.state}`, 'Run it again.');
  return {
    outputs,
    wallMs,
    cpuMs: after.cpuMs - before.cpuMs,
    loopCpuMs: after.loopCpuMs - before.loopCpuMs,
    loopUtilizationRatio: loopUtilization(after.loop, before.loop).utilization,
    gcMs,
    window: { fromMs: before.atMs, toMs: after.atMs },
  };
}

function readProbes() {
  return { loop: loopUtilization(), atMs: monotonicMs() };
}
