// When the threads of one arm computed on every core of the machine, so that nothing was left for another of its threads.

import type { Sample } from '../../model/document/document.ts';
import type { Timeline } from '../../model/document/timeline.ts';
import { type Intervals, merged, unionLength } from '../../stats/intervals.ts';
import { isAtMost } from './at-most.ts';

/** Stretches of time in order, in microseconds. */
export interface FullCores {
  /** Workers alone: the main thread had no core. */
  readonly byWorkers: Intervals;
  /** Workers and the main thread: a further worker had none. */
  readonly byAll: Intervals;
}

const NONE: FullCores = { byWorkers: [], byAll: [] };

/**
 * Evidence is needed: every task was kept, and the process had as much processor time as all cores give meanwhile. Who
 * calls it computing and sleeps keeps no core.
 */
export function fullCoresOf(timeline: Timeline, sample: Sample | undefined, coreCount: number): FullCores {
  if (sample === undefined || timeline.leftOutTaskCount > 0) return NONE;
  const computing = computingByThread(timeline);
  const workers = [...computing].filter(([thread]) => thread !== null).map(([, own]) => own);
  const hadTime = (full: Intervals) => isAtMost(unionLength(full) * coreCount, sample.cpuMs * 1_000);
  const [byWorkers, byAll] = [atOnce(workers, coreCount), atOnce([...computing.values()], coreCount)];
  return { byWorkers: hadTime(byWorkers) ? byWorkers : [], byAll: hadTime(byAll) ? byAll : [] };
}

/** By number of the worker; null is the main thread. */
function computingByThread({ tasks, pool }: Timeline): Map<number | null, Intervals> {
  const rows = Map.groupBy(tasks.place.keys(), (row) => pool?.worker[row] ?? null);
  const computes = (row: number) => [tasks.computeFromUs[row] as number, tasks.computeToUs[row] as number];
  return new Map([...rows].map(([thread, own]) => [thread, merged(own.flatMap(computes))]));
}

/** When at least so many of them were there at once. */
function atOnce(all: readonly Intervals[], count: number): number[] {
  const steps = all.flatMap((own) => own.map((atUs, index) => ({ atUs, by: index % 2 === 0 ? 1 : -1 })));
  steps.sort((one, other) => one.atUs - other.atUs);
  const full: number[] = [];
  let present = 0;
  for (const { atUs, by } of steps) {
    if (by === 1 ? present + 1 === count : present === count) full.push(atUs);
    present += by;
  }
  return merged(full);
}
