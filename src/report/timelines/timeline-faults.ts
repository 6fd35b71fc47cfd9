// What instants cannot say: that time goes back, or that one thread computes two tasks at once.

import type { Timeline } from '../../model/document/timeline.ts';
import type { Stretches } from './stretches.ts';

/** Clocks are read one after another, and rounded. */
const SLACK_US = 20;
const SLACK_RATIO = 0.01;

/** One sentence for each fault; `cut` are the stretches of each row. */
export function timelineFaults(timeline: Timeline, cut: readonly Stretches[]): string[] {
  return [...backwards(timeline, cut), ...twiceAtOnce(timeline)];
}

function backwards({ tasks }: Timeline, cut: readonly Stretches[]): string[] {
  return cut.flatMap(({ backwardsUs, untilUs }, row) => {
    if (backwardsUs <= Math.max(SLACK_US, untilUs * SLACK_RATIO)) return [];
    return `The instants of task ${(tasks.place[row] as number) + 1} go back in time by ${backwardsUs} µs of ${untilUs} µs.`;
  });
}

function twiceAtOnce({ tasks, pool }: Timeline): string[] {
  const byThread = Map.groupBy(tasks.place.keys(), (row) => pool?.worker[row] ?? null);
  return [...byThread].flatMap(([thread, rows]) => {
    const computing = rows
      .map((row) => ({ fromUs: tasks.computeFromUs[row] as number, toUs: tasks.computeToUs[row] as number }))
      .filter(({ fromUs, toUs }) => toUs > fromUs)
      .sort((one, other) => one.fromUs - other.fromUs);
    const overlapUs = computing.reduce((most, { fromUs }, index) => {
      const before = computing[index - 1];
      return before === undefined ? most : Math.max(most, before.toUs - fromUs);
    }, 0);
    if (overlapUs <= SLACK_US) return [];
    const where = thread === null ? 'the main thread' : `worker ${thread + 1}`;
    return `Two tasks compute on ${where} at once, for ${overlapUs} µs.`;
  });
}
