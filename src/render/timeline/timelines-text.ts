// Timelines below each other as text, each with what it is, and what their marks mean.

import { SEGMENT_KINDS, type SegmentKind, type TimelineReport } from '../../model/report/timeline-report.ts';
import type { Timelines } from '../page/page.ts';
import { wrapText } from '../text-width.ts';
import { formatCount, formatDuration, formatShare } from '../units.ts';
import { type MarkSet, markOf, SEGMENT_NAMES } from './marks.ts';
import { labelOf, timelineLines } from './timeline-lines.ts';

/** Keeps a mark beside its name while lines are broken. */
const UNBROKEN = '\u00a0';

/** The lines as one text; no line is wider than `width`. */
export function timelinesText(
  { timelines, sameAxis, mostTasks }: Timelines,
  { width, marks }: { readonly width: number; readonly marks: MarkSet },
): string {
  const longestUs = Math.max(...timelines.map(axisOf));
  const labelWidth = Math.max(0, ...timelines.flatMap(({ tasks }) => tasks.map((task) => labelOf(task).length)));
  const drawn = timelines.map((timeline) => ({
    caption: wrapText(captionOf(timeline, mostTasks), width, '  '),
    lines: timelineLines(timeline, {
      ...{ width, labelWidth, marks, mostTasks },
      axisUs: sameAxis ? longestUs : axisOf(timeline),
    }),
  }));
  const kinds = new Set(drawn.flatMap(({ lines }) => lines.flatMap((line) => line.kinds)));
  return [
    ...drawn.flatMap(({ caption, lines }) => [caption, ...lines.map(({ text }) => text)]),
    wrapText(legendOf(kinds, marks), width, '  ').replaceAll(UNBROKEN, ' '),
  ].join('\n');
}

/** What ends after its batch, such as a task that nobody waited for, is on the picture, too. */
export function axisOf({ batchUs, tasks }: TimelineReport): number {
  return Math.max(batchUs, ...tasks.map(({ segments }) => segments.at(-1)?.toUs ?? 0));
}

/** What the picture shows, and what it leaves out. */
export function captionOf(timeline: TimelineReport, mostTasks: number): string {
  const { name, reason, round, batchUs, tasks, leftOutTaskCount, faults } = timeline;
  const which = reason === 'typical' ? 'the sample nearest to the median' : 'the slowest sample';
  const taskCount = tasks.length + leftOutTaskCount;
  const drawnCount = Math.min(tasks.length, mostTasks);
  const drawn = drawnCount < taskCount ? `; ${drawnCount} of them drawn` : '';
  const took = `${formatDuration(batchUs / 1_000)}, ${which} (round ${round + 1})`;
  return [`${name}: ${formatCount(taskCount, 'task')} in ${took}${drawn}.`, ...idleness(timeline), ...faults].join(' ');
}

/** How long each worker had no task, which no task's line shows. */
function idleness({ idleWorkers, batchUs }: TimelineReport): string[] {
  const shares = [...Map.groupBy(idleWorkers, ({ worker }) => worker)].map(([worker, gaps]) => {
    const idleUs = gaps.reduce((sum, { fromUs, toUs }) => sum + toUs - fromUs, 0);
    return `w${worker + 1} ${formatShare(idleUs / batchUs)}`;
  });
  return shares.length === 0 ? [] : [`Without a task: ${shares.join(', ')} of the time.`];
}

function legendOf(kinds: ReadonlySet<SegmentKind>, marks: MarkSet): string {
  const named = SEGMENT_KINDS.filter((kind) => kinds.has(kind)).map((kind) =>
    `${markOf(kind, marks)} ${SEGMENT_NAMES[kind]}`.replaceAll(' ', UNBROKEN),
  );
  return `Each line a task, from the start of its batch to its output, in ms: ${named.join('  ')}`;
}
