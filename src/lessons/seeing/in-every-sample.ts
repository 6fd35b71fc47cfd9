// What is seen has to be seen in each sample that was kept, in the slowest as well: else it is no lesson but a chance.

import type { Sight } from '../../model/lesson.ts';
import type { TimelineReport } from '../../model/timeline-report.ts';

export type Check = Sight['holds'];

/** True where there is a kept sample and the check holds for each. */
export function inEverySample(check: (timeline: TimelineReport) => boolean): Check {
  return ({ timelines }) => timelines.length > 0 && timelines.every(check);
}
