// A timeline as lines of characters: a task in each, from the start of its batch to its output.

import type { Segment, SegmentKind, TimelineReport, TimelineTask } from '../../model/report/timeline-report.ts';
import { formatTime, type TimeScale, timeScale } from '../units.ts';
import { type MarkSet, markOf } from './marks.ts';

/** How to draw one. */
export interface LineOptions {
  /** Places in a line. */
  readonly width: number;
  /** Places before the bar; what is shorter stands right. */
  readonly labelWidth: number;
  readonly marks: MarkSet;
  /** What a full line stands for, in microseconds. */
  readonly axisUs: number;
  /** Lines for tasks, at most; of more tasks the first, the last and some between are drawn. */
  readonly mostTasks: number;
}

const FRAMES = { unicode: ['▕', '▏', '✗'], ascii: ['|', '|', 'x'] } as const;

/** A task as it is drawn. */
export interface TaskLine {
  readonly text: string;
  /** What can be seen in it: what is shorter than a place may be lost beside what is longer. */
  readonly kinds: readonly SegmentKind[];
}

/** The lines; no line is wider than `width`. */
export function timelineLines(timeline: TimelineReport, options: LineOptions): TaskLine[] {
  const drawn = chosenTasks(timeline.tasks, options.mostTasks);
  const scale = timeScale([timeline.batchUs / 1_000]);
  return drawn.map((task) => taskLine(task, options, scale));
}

/** What stands before a task's line: its place and the worker that had it. */
export function labelOf({ place, worker }: TimelineTask): string {
  return worker === null ? `${place + 1}` : `${place + 1} w${worker + 1}`;
}

function taskLine(task: TimelineTask, { width, labelWidth, marks, axisUs }: LineOptions, scale: TimeScale): TaskLine {
  const [open, close, cross] = FRAMES[marks];
  const label = labelOf(task).padStart(labelWidth);
  const endUs = task.segments.at(-1)?.toUs ?? 0;
  const end = formatTime(endUs / 1_000, scale).padStart(formatTime(axisUs / 1_000, scale).length);
  const room = Math.max(1, width - label.length - end.length - 3);
  const kinds = kindsOf(task.segments, room, axisUs);
  const bar = kinds.map((kind) => markOf(kind, marks)).join('') + (task.failed ? cross : '');
  return { text: `${label}${open}${bar.slice(0, room).padEnd(room)}${close} ${end}`, kinds };
}

/** Each place shows what took most of its time. */
function kindsOf(segments: readonly Segment[], room: number, axisUs: number): SegmentKind[] {
  const endUs = segments.at(-1)?.toUs;
  if (endUs === undefined) return [];
  const places = Math.min(room, Math.max(1, Math.round((endUs / axisUs) * room)));
  return Array.from({ length: places }, (_, place) => {
    const fromUs = (place * axisUs) / room;
    const toUs = ((place + 1) * axisUs) / room;
    const within = (segment: Segment) => Math.min(segment.toUs, toUs) - Math.max(segment.fromUs, fromUs);
    const longest = segments.reduce((best, segment) => (within(segment) > within(best) ? segment : best));
    return longest.kind;
  });
}

/** At most so many tasks, the first and the last among them. */
export function chosenTasks(tasks: readonly TimelineTask[], most: number): readonly TimelineTask[] {
  if (tasks.length <= most) return tasks;
  const step = (tasks.length - 1) / Math.max(1, most - 1);
  const indexes = new Set(Array.from({ length: most }, (_, index) => Math.round(index * step)));
  return [...indexes].map((index) => tasks[index] as TimelineTask);
}
