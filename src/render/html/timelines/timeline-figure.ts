// Timelines as figures: a bar for each task, cut into what it waited for and who computed it.

import { SEGMENT_KINDS, type SegmentKind, type TimelineReport } from '../../../model/report/timeline-report.ts';
import { table } from '../../page/page.ts';
import { SEGMENT_NAMES } from '../../timeline/marks.ts';
import { labelOf } from '../../timeline/timeline-lines.ts';
import { axisOf, captionOf } from '../../timeline/timelines-text.ts';
import { BLANK, formatTime, timeScale } from '../../units.ts';
import { figure } from '../charts/figure.ts';
import { axisRow, stretch } from '../charts/plot.ts';
import { linearScale, type Scale } from '../charts/scale.ts';
import { html, lines, type Markup } from '../markup.ts';
import { type DrawnTask, drawnTasks, MOST_SEGMENTS } from './drawn-tasks.ts';
import { classOf } from './patterns.ts';

/** Tasks in one picture, at most: a screen of them. */
export const MOST_TASKS = 20;

/** A figure for each, to one scale or each to its own. */
export function timelineFigures(
  timelines: readonly TimelineReport[],
  sameAxis: boolean,
  mostTasks = MOST_TASKS,
): Markup {
  const longestUs = Math.max(...timelines.map(axisOf));
  return lines(
    timelines.map((timeline) => timelineFigure(timeline, sameAxis ? longestUs : axisOf(timeline), mostTasks)),
  );
}

function timelineFigure(timeline: TimelineReport, axisUs: number, mostTasks: number): Markup {
  const tasks = drawnTasks(timeline, mostTasks, axisUs);
  const scale = linearScale([axisUs / 1_000]);
  const kinds = SEGMENT_KINDS.filter((kind) =>
    tasks.some(({ segments }) => segments.some((each) => each.kind === kind)),
  );
  return figure({
    title: `Tasks of ${timeline.name}`,
    caption: [captionOf(timeline, mostTasks), BAR, ...(tasks.some(({ isCut }) => isCut) ? [CUT] : [])].join(' '),
    rows: [bars(tasks, scale), axisRow(scale, 'ms')],
    legend: legend(kinds),
    table: figuresOf(tasks, kinds),
  });
}

const BAR = 'A bar is a task, from the start of the batch to its output.';
const CUT = `Of a task with more stretches than ${MOST_SEGMENTS}, the longest are drawn.`;

// Names stand beside the bars as lines of text as high as a bar is, which is a fraction of what they say as elements.
function bars(tasks: readonly DrawnTask[], { at }: Scale): Markup {
  const rows = tasks.map(({ task, segments }, index) => {
    const endUs = task.segments.at(-1)?.toUs ?? 0;
    const cross = task.failed ? html`<text x="${Math.min(98, at(endUs / 1_000))}%" y="0.9em">✗</text>` : null;
    const all = segments.map(({ kind, fromUs, toUs }) => stretch(classOf(kind), at(fromUs / 1_000), at(toUs / 1_000)));
    return html`<svg y="${Number((index * LINE_EM).toFixed(2))}em">${all}${cross}</svg>`;
  });
  const names = tasks.map(({ task }, index) => html`${index === 0 ? null : BREAK}${labelOf(task)}`);
  const height = Number((tasks.length * LINE_EM).toFixed(2));
  return html`<div class="row tasks"><b>${names}</b><svg height="${height}em">
${lines(rows)}
</svg><i></i></div>`;
}

/** From one bar to the next; the style has lines of text as high. */
const LINE_EM = 1.25;
const BREAK = html`<br>`;

function legend(kinds: readonly SegmentKind[]): Markup {
  return html`<ul class="legend">${kinds.map(
    (kind) => html`
<li class="${classOf(kind)}"><svg aria-hidden="true"><rect class="${classOf(kind)}" width="100%"/></svg> ${SEGMENT_NAMES[kind]}</li>`,
  )}
</ul>
`;
}

function figuresOf(tasks: readonly DrawnTask[], kinds: readonly SegmentKind[]) {
  const scale = timeScale(tasks.map(({ task }) => (task.segments.at(-1)?.toUs ?? 0) / 1_000));
  const spentUs = ({ task }: DrawnTask, wanted: SegmentKind) =>
    task.segments.reduce((sum, { kind, fromUs, toUs }) => sum + (kind === wanted ? toUs - fromUs : 0), 0);
  return table(tasks, [
    { header: 'task', kind: 'word', cell: ({ task }) => labelOf(task) },
    ...kinds.map((kind) => ({
      header: SEGMENT_NAMES[kind],
      unit: scale.unit,
      kind: 'figure' as const,
      cell: (drawn: DrawnTask) => {
        const us = spentUs(drawn, kind);
        return us === 0 ? BLANK : formatTime(us / 1_000, scale);
      },
    })),
    {
      header: 'ended at',
      unit: scale.unit,
      kind: 'figure',
      cell: ({ task }) => formatTime((task.segments.at(-1)?.toUs ?? 0) / 1_000, scale),
    },
  ]);
}
