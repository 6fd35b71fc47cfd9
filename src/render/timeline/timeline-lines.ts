// A timeline as lines of characters: a task in each, from the start of its batch to its output.

import type { Segment, TimelineReport, TimelineTask } from '../../model/timeline-report.ts';
import { formatTime, type TimeScale, timeScale } from '../units.ts';
import { type MarkSet, markOf } from './marks.ts';

/** How to draw one. */
export interface LineOptions {
  /** Places in a line. */
  readonly width: number;
  readonly marks: MarkSet;
  /** What a full line stands for, in microseconds. */
  readonly axisUs: number;
  /** Lines for tasks, at most; of more tasks the first, the last and some between are drawn. */
  readonly mostTasks: number;
}

const FRAMES = { unicode: ['▕', '▏', '✗'], ascii: ['|', '|', 'x'] } as const;
const IDLE = { unicode: ' ', ascii: ' ' } as const;

/** The lines; no line is wider than `width`. */
export function timelineLines(timeline: TimelineReport, options: LineOptions): string[] {
  const drawn = chosenTasks(timeline.tasks, options.mostTasks);
  const scale = timeScale([timeline.batchUs / 1_000]);
  const numberWidth = String(Math.max(0, ...drawn.map(({ place }) => place + 1))).length;
  const worker = timeline.tasks.some((task) => task.worker !== null);
  const lines: string[] = [];
  for (const [index, task] of drawn.entries()) {
    const before = drawn[index - 1];
    if (before !== undefined && task.place > before.place + 1) lines.push(`${' '.repeat(numberWidth)} …`);
    lines.push(taskLine(task, { ...options, numberWidth, scale, worker }));
  }
  return lines;
}

interface TaskLine extends LineOptions {
  readonly numberWidth: number;
  readonly scale: TimeScale;
  /** Whether lines say which worker. */
  readonly worker: boolean;
}

function taskLine(task: TimelineTask, { width, marks, axisUs, numberWidth, scale, worker }: TaskLine): string {
  const [open, close, cross] = FRAMES[marks];
  const label = `${task.place + 1}`.padStart(numberWidth);
  const by = worker ? ` ${task.worker === null ? '  ' : `w${task.worker + 1}`}` : '';
  const endUs = task.segments.at(-1)?.toUs ?? 0;
  const end = formatTime(endUs / 1_000, scale).padStart(formatTime(axisUs / 1_000, scale).length);
  const room = Math.max(1, width - label.length - by.length - end.length - 4);
  const bar = barOf(task.segments, room, axisUs, marks) + (task.failed ? cross : '');
  return `${label}${by}${open}${bar.slice(0, room).padEnd(room, IDLE[marks])}${close} ${end}`;
}

/** Each place shows what took most of its time. */
function barOf(segments: readonly Segment[], room: number, axisUs: number, marks: MarkSet): string {
  const endUs = segments.at(-1)?.toUs ?? 0;
  const places = Math.min(room, Math.max(1, Math.round((endUs / axisUs) * room)));
  return Array.from({ length: places }, (_, place) => {
    const fromUs = (place * axisUs) / room;
    const toUs = ((place + 1) * axisUs) / room;
    const within = (segment: Segment) => Math.min(segment.toUs, toUs) - Math.max(segment.fromUs, fromUs);
    const longest = segments.reduce((best, segment) => (within(segment) > within(best) ? segment : best));
    return markOf(longest.kind, marks);
  }).join('');
}

function chosenTasks(tasks: readonly TimelineTask[], most: number): readonly TimelineTask[] {
  if (tasks.length <= most) return tasks;
  const step = (tasks.length - 1) / Math.max(1, most - 1);
  const indexes = new Set(Array.from({ length: most }, (_, index) => Math.round(index * step)));
  return [...indexes].map((index) => tasks[index] as TimelineTask);
}
