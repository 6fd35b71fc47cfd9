// One sample: the whole batch, once, timed by tinybench. Sole importer of tinybench, which is used for exactly this:
// a fresh Bench with one iteration and no warm-up. Its concurrency mode, throughput and retained order are never used
// (they report the reciprocal of per-call latency, a biased mean, and sorted samples).

import { performance } from 'node:perf_hooks';
import { Bench } from 'tinybench';
import { BenchError } from '../errors.ts';
import { monotonicMs, processCpuMs } from './clock.ts';
import type { GcProbe } from './gc-probe.ts';
import type { Window } from './tasks/span-recorder.ts';

/** What was seen around one batch. Times in milliseconds. */
export interface TimedBatch {
  readonly outputs: readonly unknown[];
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly loopUtilizationRatio: number;
  readonly gcMs: number;
  readonly window: Window;
}

/** Runs `batch` once. The probes read outside the timed window. Rejects with whatever the batch rejects with. */
export async function timeBatch(batch: () => Promise<unknown[]>, gcProbe: GcProbe): Promise<TimedBatch> {
  let outputs: unknown[] = [];
  let failure: { thrown: unknown } | undefined;
  const before = { cpuMs: 0, ...readProbes(gcProbe) };
  const after = { ...before };
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
        Object.assign(before, readProbes(gcProbe));
      },
      afterEach: () => {
        Object.assign(after, readProbes(gcProbe));
        after.cpuMs = processCpuMs();
      },
    },
  );
  await bench.run();
  if (failure) throw failure.thrown;
  const result = bench.tasks[0]?.result;
  const wallMs = result?.state === 'completed' ? result.latency.samples?.[0] : undefined;
  if (wallMs === undefined) throw new BenchError('TASK_THREW', `the batch ended ${result?.state}`, 'Run it again.');
  return {
    outputs,
    wallMs,
    cpuMs: after.cpuMs - before.cpuMs,
    loopUtilizationRatio: performance.eventLoopUtilization(after.loop, before.loop).utilization,
    gcMs: after.gcMs - before.gcMs,
    window: { fromMs: before.atMs, toMs: after.atMs },
  };
}

function readProbes(gcProbe: GcProbe) {
  return { gcMs: gcProbe.totalMs(), loop: performance.eventLoopUtilization(), atMs: monotonicMs() };
}
