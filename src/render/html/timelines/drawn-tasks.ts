// Which tasks and stretches of a timeline are drawn: as many as a reader can look at, whatever the sample holds.

import type { Segment, TimelineReport, TimelineTask } from '../../../model/report/timeline-report.ts';
import { chosenTasks } from '../../timeline/timeline-lines.ts';

/** A task with more requests than anybody can tell apart shows its longest stretches. */
export const MOST_SEGMENTS = 40;
/** What is shorter than this share of the axis is narrower than a hair. */
const HAIR_RATIO = 0.0003;

/** A task as it is drawn. */
export interface DrawnTask {
  readonly task: TimelineTask;
  readonly segments: readonly Segment[];
  /** True where it has more than these that could be seen. */
  readonly isCut: boolean;
}

/** The tasks, at most so many, with the stretches that can be seen on an axis of that length. */
export function drawnTasks({ tasks }: TimelineReport, mostTasks: number, axisUs: number): DrawnTask[] {
  return chosenTasks(tasks, mostTasks).map((task) => {
    const { drawn, isCut } = drawnStretches(task.segments, axisUs);
    return { task, segments: drawn, isCut };
  });
}

/** Those that can be seen on an axis of that length; of too many the longest. */
export function drawnStretches<Stretch extends Pick<Segment, 'fromUs' | 'toUs'>>(
  all: readonly Stretch[],
  axisUs: number,
): { readonly drawn: readonly Stretch[]; readonly isCut: boolean } {
  const lengthUs = ({ fromUs, toUs }: Stretch) => toUs - fromUs;
  const visible = all.filter((each) => lengthUs(each) >= axisUs * HAIR_RATIO);
  if (visible.length <= MOST_SEGMENTS) return { drawn: visible, isCut: false };
  const longest = visible.toSorted((one, other) => lengthUs(other) - lengthUs(one)).slice(0, MOST_SEGMENTS);
  return { drawn: longest, isCut: true };
}
