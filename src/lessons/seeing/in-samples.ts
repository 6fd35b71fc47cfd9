// What is always so has to be so in each sample that was kept, in the slowest as well. What can be so is shown by one.

import type { TimelineReport } from '../../model/report/timeline-report.ts';
import type { Sight } from '../../model/teaching/lesson.ts';

export type Check = Sight['holds'];

/** True where there is a kept sample and the check holds for each. */
export function inEverySample(check: (timeline: TimelineReport) => boolean): Check {
  return ({ timelines }) => timelines.length > 0 && timelines.every(check);
}

/** True where the check holds for a kept sample. */
export function inSomeSample(check: (timeline: TimelineReport) => boolean): Check {
  return ({ timelines }) => timelines.some(check);
}
