// What the tasks of a sample spend their time with. Who is to blame for a wait is a matter of evidence, which a busy neighbour may
// spoil in one sample: what takes most of the time is shown by one.

import type { SegmentKind, TimelineReport } from '../../model/report/timeline-report.ts';
import { type Check, inEverySample, inSomeSample } from './in-samples.ts';

/** What is less than this share of the time is a hair in a picture. */
const HARDLY_RATIO = 0.1;

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

/** In every sample less than a tenth of the tasks' time. */
export function hardlyAny(kind: SegmentKind): Check {
  return inEverySample((timeline) => {
    const spent = spentUs(timeline);
    const wholeUs = [...spent.values()].reduce((sum, us) => sum + us, 0);
    return (spent.get(kind) ?? 0) < wholeUs * HARDLY_RATIO;
  });
}

/** Time of all tasks by kind. */
function spentUs({ tasks }: TimelineReport): Map<SegmentKind, number> {
  const spent = new Map<SegmentKind, number>();
  for (const { segments } of tasks) {
    for (const { kind, fromUs, toUs } of segments) spent.set(kind, (spent.get(kind) ?? 0) + toUs - fromUs);
  }
  return spent;
}
