// What a second thread gives to this very work: the same tasks one at a time, and then as many at once as there are threads.
// Cores share caches, memory and clock speed, so that two threads do less than twice the work of one, by an amount
// that depends on the work; a kernel of our own would tell of itself only.

import { availableParallelism } from 'node:os';
import type { SideBySideProbe } from '../model/processes/arm-protocol.ts';
import { monotonicMs, threadCpuMs } from './clock.ts';
import type { AloneJob, ReadyArm } from './ready-arm.ts';
import type { TaskSpan } from './tasks/spans/task-span.ts';

/** More tasks would not change a mean by much. */
const MOST_TASKS = 12;
/** The part of the time for tasks one at a time; the rest is for the same ones at once. */
const ALONE_RATIO = 0.5;

/**
 * Probes the arm for about `limitMs`: in its workers where it has some, else with tasks started together on this thread.
 * Null where there is nothing to put side by side: one task, or one thread.
 */
export async function probeSideBySide(arm: ReadyArm, limitMs: number): Promise<SideBySideProbe | null> {
  const sideCount = Math.min(arm.threads ?? availableParallelism(), arm.inputs.length);
  if (sideCount < 2) return null;
  await arm.reset();
  const jobs: AloneJob[] = [];
  const alone: TaskSpan[] = [];
  let travelCpuMs = 0;
  const untilMs = monotonicMs() + limitMs * ALONE_RATIO;
  for (const input of arm.inputs.slice(0, MOST_TASKS)) {
    if (alone.length >= sideCount && monotonicMs() > untilMs) break;
    const job = await arm.prepareAlone(input);
    const fromCpuMs = threadCpuMs();
    alone.push(...(await arm.spansOf([job])));
    travelCpuMs += threadCpuMs() - fromCpuMs;
    jobs.push(job);
  }
  await arm.reset();
  const together: TaskSpan[] = [];
  for (let from = 0; from + sideCount <= alone.length; from += sideCount) {
    together.push(...(await arm.spansOf(await again(arm, jobs, from, from + sideCount))));
  }
  const inWorkers = arm.threads !== null;
  return {
    threads: arm.threads,
    sideCount,
    aloneMs: meanMs(alone.slice(0, together.length), inWorkers),
    togetherMs: meanMs(together, inWorkers),
    travelMs: inWorkers ? alone.reduce((sum, { handoverMs }) => sum + handoverMs, 0) / alone.length : 0,
    travelCpuMs: inWorkers ? travelCpuMs / alone.length : 0,
  };
}

/** The same jobs once more, waited for anew where what moved to a worker is not here any longer. */
async function again(arm: ReadyArm, jobs: readonly AloneJob[], from: number, to: number): Promise<readonly AloneJob[]> {
  if (arm.work.scenario.transfer === undefined) return jobs.slice(from, to);
  const prepared: AloneJob[] = [];
  for (const input of arm.inputs.slice(from, to)) prepared.push(await arm.prepareAlone(input));
  return prepared;
}

function meanMs(spans: readonly TaskSpan[], inWorkers: boolean): number {
  const durationMs = ({ startedMs, endedMs, workerFromMs, workerToMs }: TaskSpan) =>
    inWorkers ? workerToMs - workerFromMs : endedMs - startedMs;
  return spans.reduce((sum, span) => sum + durationMs(span), 0) / spans.length;
}
