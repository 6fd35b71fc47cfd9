// How many tasks of a sample are in some state at the same time.

import type { SegmentKind, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import type { SeenRow } from '../../model/teaching/lesson.ts';
import { type Check, inEverySample, inSomeSample } from './in-samples.ts';

/** Instants are rounded, and read one after another: states that touch are not states at once. */
const SLACK_US = 20;
/** Nor is what overlaps by less than this share of the batch, which no picture shows: a server notes when a request came, and lets it in a moment later. */
const SLACK_RATIO = 0.01;

/** Which segments count: of one kind, all that a task has begun with, or on no thread of the program's own. */
export type Wanted = SegmentKind | 'under way' | 'elsewhere';

/** What of a thread of libuv is computing shows only where its processor time is a part of the task's time. */
const ELSEWHERE: readonly SegmentKind[] = ['computing elsewhere', 'waiting elsewhere'];

/** At no moment more of them than so many. */
export function atMost(count: number, wanted: Wanted): Check {
  return inEverySample((timeline) => mostAtOnce(timeline, wanted) <= count);
}

/** At some moment of some sample at least so many. */
export function atLeast(count: number, wanted: Wanted): Check {
  return inSomeSample((timeline) => mostAtOnce(timeline, wanted) >= count);
}

/** Both: so many at some moment of some sample, and at no moment more. */
export function exactly(count: number, wanted: Wanted): Check {
  return (seen: SeenRow) => atLeast(count, wanted)(seen) && atMost(count, wanted)(seen);
}

/** At some moment of every sample all tasks of the batch. */
export function allAtOnce(wanted: Wanted): Check {
  return (seen: SeenRow) => inEverySample((timeline) => mostAtOnce(timeline, wanted) >= seen.cell.taskCount)(seen);
}

/** Most tasks that are in one of the wanted segments at the same time. */
export function mostAtOnce({ tasks, batchUs }: TimelineReport, wanted: Wanted): number {
  const slackUs = Math.max(SLACK_US, batchUs * SLACK_RATIO);
  const steps = tasks.flatMap((task) =>
    stretchesOf(task, wanted)
      .filter(({ fromUs, toUs }) => toUs - fromUs > slackUs)
      .flatMap(({ fromUs, toUs }) => [
        { atUs: fromUs, by: 1 },
        { atUs: toUs - slackUs, by: -1 },
      ]),
  );
  let now = 0;
  let most = 0;
  // What ends makes room for what begins in the same moment.
  for (const { by } of steps.sort((one, other) => one.atUs - other.atUs || one.by - other.by)) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/** Wanted segments of a task that follow each other are one. */
function stretchesOf({ segments }: TimelineTask, wanted: Wanted): { readonly fromUs: number; readonly toUs: number }[] {
  const stretches: { fromUs: number; toUs: number }[] = [];
  for (const { kind, fromUs, toUs } of segments) {
    const last = stretches.at(-1);
    if (!isWanted(kind, wanted)) continue;
    if (last?.toUs === fromUs) last.toUs = toUs;
    else stretches.push({ fromUs, toUs });
  }
  return stretches;
}

function isWanted(kind: SegmentKind, wanted: Wanted): boolean {
  if (wanted === 'under way') return kind !== 'held back';
  return wanted === 'elsewhere' ? ELSEWHERE.includes(kind) : kind === wanted;
}
