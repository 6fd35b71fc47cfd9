// Timelines below each other as text, each with what it is, and what their marks mean.

import { SEGMENT_KINDS, type TimelineReport } from '../../model/report/timeline-report.ts';
import type { Timelines } from '../page/page.ts';
import { wrapText } from '../text-width.ts';
import { formatCount, formatDuration, formatShare } from '../units.ts';
import { IDLE_MARK, IDLE_NAME, type MarkSet, markOf, SEGMENT_NAMES } from './marks.ts';
import { type RowKind, rowLine } from './row-line.ts';
import { taskRows } from './timeline-lines.ts';
import { drawnWorkers, idleRatio, workerRows, workersOf } from './worker-lines.ts';

/** Keeps a mark beside its name while lines are broken. */
const UNBROKEN = '\u00a0';
/** Shares that a sentence can hold. */
const MOST_SHARES = 8;

/** The lines as one text; no line is wider than `width`. */
export function timelinesText(
  { timelines, sameAxis, mostTasks }: Timelines,
  { width, marks }: { readonly width: number; readonly marks: MarkSet },
): string {
  const longestUs = Math.max(...timelines.map(axisOf));
  const pictures = timelines.map((timeline) => {
    const workers = drawnWorkers(timeline, mostTasks);
    return {
      caption: [sizeOf(timeline, mostTasks), ...missingWorkers(timeline, workers.length), ...timeline.faults].join(' '),
      rows: [...taskRows(timeline, mostTasks), ...workerRows(timeline, workers)],
      axisUs: sameAxis ? longestUs : axisOf(timeline),
      hasWorkers: workers.length > 0,
    };
  });
  const rows = pictures.flatMap((picture) => picture.rows);
  const labelWidth = Math.max(0, ...rows.map(({ label }) => label.length));
  const endWidth = Math.max(0, ...rows.map(({ end }) => end.length));
  const drawn = pictures.map((picture) => ({
    ...picture,
    lines: picture.rows.map((row) => rowLine(row, { width, labelWidth, endWidth, marks, axisUs: picture.axisUs })),
  }));
  const kinds = new Set(drawn.flatMap(({ lines }) => lines.flatMap((line) => line.kinds)));
  const legend = legendOf(
    kinds,
    marks,
    pictures.some(({ hasWorkers }) => hasWorkers),
  );
  return [
    ...drawn.flatMap(({ caption, lines }) => [wrapText(caption, width, '  '), ...lines.map(({ text }) => text)]),
    wrapText(legend, width, '  ').replaceAll(UNBROKEN, ' '),
  ].join('\n');
}

/** What ends after its batch, such as a task that nobody waited for, is on the picture, too. */
export function axisOf({ batchUs, tasks }: TimelineReport): number {
  return tasks.reduce((longest, { segments }) => Math.max(longest, segments.at(-1)?.toUs ?? 0), batchUs);
}

/** What a picture without lines for workers shows, and what it leaves out. */
export function captionOf(timeline: TimelineReport, mostTasks: number): string {
  return [sizeOf(timeline, mostTasks), ...idleness(timeline), ...timeline.faults].join(' ');
}

function sizeOf({ name, reason, round, batchUs, tasks, leftOutTaskCount }: TimelineReport, mostTasks: number): string {
  const which = reason === 'typical' ? 'the sample nearest to the median' : 'the slowest sample';
  const taskCount = tasks.length + leftOutTaskCount;
  const drawnCount = Math.min(tasks.length, mostTasks);
  const drawn = drawnCount < taskCount ? `; ${drawnCount} of them drawn` : '';
  const took = `${formatDuration(batchUs / 1_000)}, ${which} (round ${round + 1})`;
  return `${name}: ${formatCount(taskCount, 'task')} in ${took}${drawn}.`;
}

function missingWorkers(timeline: TimelineReport, drawnCount: number): string[] {
  const workerCount = workersOf(timeline).length;
  return drawnCount === workerCount ? [] : [`Of ${workerCount} workers ${drawnCount} are drawn.`];
}

/** How long workers had no task, which no task's line shows. */
function idleness(timeline: TimelineReport): string[] {
  const workers = workersOf(timeline);
  const shares = workers
    .slice(0, MOST_SHARES)
    .map((worker) => `w${worker + 1} ${formatShare(idleRatio(timeline, worker))}`);
  if (shares.length === 0) return [];
  const more = workers.length > shares.length ? ` (${shares.length} of ${workers.length} workers)` : '';
  return [`Without a task: ${shares.join(', ')} of the time${more}.`];
}

function legendOf(kinds: ReadonlySet<RowKind>, marks: MarkSet, hasWorkers: boolean): string {
  const named = SEGMENT_KINDS.filter((kind) => kinds.has(kind)).map((kind) => [
    markOf(kind, marks),
    SEGMENT_NAMES[kind],
  ]);
  if (kinds.has('idle')) named.push([IDLE_MARK[marks], IDLE_NAME]);
  const workers = hasWorkers ? '; below them each worker, and its share of time without one' : '';
  const entries = named.map((entry) => entry.join(' ').replaceAll(' ', UNBROKEN));
  return `Each line a task, from the start of its batch to its output, in ms${workers}: ${entries.join('  ')}`;
}
