// The tasks of a timeline as rows: one for each, from the start of its batch to its output.

import type { TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import { formatTime, timeScale } from '../units.ts';
import type { Row } from './row-line.ts';

/** Rows for tasks, at most so many; of more tasks the first, the last and some between are drawn. */
export function taskRows({ tasks, batchUs }: TimelineReport, mostTasks: number): Row[] {
  const scale = timeScale([batchUs / 1_000]);
  return chosenTasks(tasks, mostTasks).map((task) => ({
    label: labelOf(task),
    end: formatTime((task.segments.at(-1)?.toUs ?? 0) / 1_000, scale),
    stretches: task.segments,
    failed: task.failed,
  }));
}

/** What stands before a task's line: its place and the worker that had it. */
export function labelOf({ place, worker }: TimelineTask): string {
  return worker === null ? `${place + 1}` : `${place + 1} w${worker + 1}`;
}

/** At most so many, the first and the last among them. */
export function chosenTasks<Each>(all: readonly Each[], most: number): readonly Each[] {
  if (all.length <= most) return all;
  const step = (all.length - 1) / Math.max(1, most - 1);
  const indexes = new Set(Array.from({ length: most }, (_, index) => Math.round(index * step)));
  return [...indexes].map((index) => all[index] as Each);
}
