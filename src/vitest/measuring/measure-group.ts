// A group from its registrations to its rounds: warmed up, measured, and its hooks run around both whatever happens.

import type { HookMode } from 'tinybench';
import type { BenchmarkGroup } from 'vitest';
import { BenchFunction } from './bench-function.ts';
import type { Clock } from './clock.ts';
import type { GroupOptions } from './group-options.ts';
import type { GroupRounds } from './group-rounds.ts';
import { measureRounds, type RoundWorld, warmUp } from './rounds.ts';

/** Measures a group; rejects with whatever a function or a hook throws. */
export async function measureGroup(
  registrations: BenchmarkGroup['registrations'],
  { bench, warmup, measuring }: GroupOptions,
  clock: Clock,
  world: RoundWorld,
): Promise<GroupRounds> {
  const functions = bench.tasks.map((task, index) => {
    const registration = registrations[index] as BenchmarkGroup['registrations'][number];
    return new BenchFunction(registration, task, clock);
  });
  const readsEachCall = functions.some(({ hasHooksBetweenCalls }) => hasHooksBetweenCalls);
  const samplers = functions.map((one) => (callCount: number) => one.takeSample(callCount, readsEachCall));
  const prepare = (length: { ms: number; callCount: number }) => warmUp(samplers, length, measuring.ms, world);
  const warmCallCount = warmup && (await inPhase('warmup', functions, bench, () => prepare(warmup)));
  return inPhase('run', functions, bench, async () => {
    const callCount = warmCallCount ?? (await prepare({ ms: 0, callCount: 0 }));
    const rounds = await measureRounds(samplers, callCount, measuring, world);
    return { names: functions.map(({ name }) => name), rounds, callCount };
  });
}

async function inPhase<Outcome>(
  mode: HookMode,
  functions: readonly BenchFunction[],
  bench: GroupOptions['bench'],
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const opened: number[] = [];
  const close = async (index: number) => {
    await functions[index]?.close();
    await bench.teardown(bench.tasks[index] as (typeof bench.tasks)[number], mode);
  };
  let outcome: Outcome;
  try {
    for (const [index, task] of bench.tasks.entries()) {
      opened.push(index);
      await bench.setup(task, mode);
      await functions[index]?.open(mode);
    }
    outcome = await work();
  } catch (thrown) {
    // What failed first is what is told.
    await Promise.allSettled(opened.map(close));
    throw thrown;
  }
  for (const index of opened) await close(index);
  return outcome;
}
