// What the tasks of a sample spend their time with. Who is to blame for a wait is a matter of evidence, which a busy neighbour may
// spoil in one sample: what takes most of the time is shown by one.

import type { SegmentKind, TimelineReport } from '../../model/timeline-report.ts';
import { type Check, inEverySample, inSomeSample } from './in-samples.ts';

/** More of the tasks' time than of any other kind. */
export function mostly(kind: SegmentKind): Check {
  return inSomeSample((timeline) => {
    const spent = spentUs(timeline);
    const own = spent.get(kind) ?? 0;
    return own > 0 && [...spent].every(([other, us]) => other === kind || us < own);
  });
}

/** More of the tasks' time than of the other kind. */
export function moreOf(kind: SegmentKind, than: SegmentKind): Check {
  return inSomeSample((timeline) => {
    const spent = spentUs(timeline);
    return (spent.get(kind) ?? 0) > (spent.get(than) ?? 0);
  });
}

/** Nothing of it in any task. */
export function hasNone(kind: SegmentKind): Check {
  return inEverySample((timeline) => !spentUs(timeline).has(kind));
}

/** Time of all tasks by kind. */
function spentUs({ tasks }: TimelineReport): Map<SegmentKind, number> {
  const spent = new Map<SegmentKind, number>();
  for (const { segments } of tasks) {
    for (const { kind, fromUs, toUs } of segments) spent.set(kind, (spent.get(kind) ?? 0) + toUs - fromUs);
  }
  return spent;
}
