// Which tasks begin and end before which others.

import type { Segment, SegmentKind, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import { type Check, inEverySample, inSomeSample } from './in-samples.ts';

/** Groups of so many: none begins before the last task of the one before it has ended. */
export function inGroupsOf(size: number): Check {
  return inEverySample((timeline) => barrierCount(timeline, size) === groupsOf(timeline, size).length - 1);
}

/** Some task begins while one of an earlier group of so many is still under way. */
export function acrossGroupsOf(size: number): Check {
  return inSomeSample((timeline) => barrierCount(timeline, size) < groupsOf(timeline, size).length - 1);
}

/** In some sample a task ends before one that was begun earlier: whatever does them does not take them one by one, in turn. */
export const endsOutOfTurn: Check = inSomeSample(({ tasks }) =>
  tasks.some((task, index) => {
    const before = tasks[index - 1];
    return before !== undefined && endUs(task) < endUs(before);
  }),
);

/** For most tasks, another computes from beginning to end after the server has answered and before they compute themselves. */
export const answersWaitForOthers: Check = inSomeSample(({ tasks }) => {
  const computing = tasks.map((task) => lastOf(task, 'computing here'));
  const waiting = tasks.filter((task) => {
    const [answered, own] = [lastOf(task, 'server'), lastOf(task, 'computing here')];
    if (answered === undefined || own === undefined) return false;
    return computing.some((other) => other && other.fromUs >= answered.toUs && other.toUs <= own.fromUs);
  });
  return waiting.length > tasks.length / 2;
});

/** A task has failed, and in some sample others end after the batch has: the failure may also come last. */
export const goesOnAfterIt: Check = inSomeSample(
  ({ tasks, batchUs }) => tasks.some(({ failed }) => failed) && tasks.some((task) => endUs(task) > batchUs),
);

/** A task has failed, and the batch ends with or after the last task. */
export const waitsForAll: Check = inEverySample(
  ({ tasks, batchUs }) => tasks.some(({ failed }) => failed) && tasks.every((task) => endUs(task) <= batchUs),
);

/** A task has failed, none begins after it, and some of the batch are never begun. */
export const leavesTasksUnbegun: Check = (seen) =>
  inEverySample(({ tasks, leftOutTaskCount }) => {
    const failed = tasks.find((task) => task.failed);
    const begunCount = tasks.length + leftOutTaskCount;
    return (
      failed !== undefined && begunCount < seen.cell.taskCount && tasks.every((task) => startUs(task) < endUs(failed))
    );
  })(seen);

function barrierCount(timeline: TimelineReport, size: number): number {
  const groups = groupsOf(timeline, size);
  return groups.filter((group, index) => {
    const before = groups[index - 1];
    return before !== undefined && Math.min(...group.map(startUs)) >= Math.max(...before.map(endUs));
  }).length;
}

function groupsOf({ tasks }: TimelineReport, size: number): TimelineTask[][] {
  return Array.from({ length: Math.ceil(tasks.length / size) }, (_, group) =>
    tasks.slice(group * size, (group + 1) * size),
  );
}

/** When the strategy began it. */
function startUs({ segments }: TimelineTask): number {
  const [first] = segments;
  return first?.kind === 'held back' ? first.toUs : (first?.fromUs ?? 0);
}

function lastOf({ segments }: TimelineTask, wanted: SegmentKind): Segment | undefined {
  return segments.findLast(({ kind }) => kind === wanted);
}

function endUs({ segments }: TimelineTask): number {
  return segments.at(-1)?.toUs ?? 0;
}
