// Timelines as figures: a bar for each task, cut into what it waited for and who computed it.

import { SEGMENT_KINDS, type SegmentKind, type TimelineReport } from '../../../model/report/timeline-report.ts';
import { table } from '../../page/page.ts';
import { SEGMENT_NAMES } from '../../timeline/marks.ts';
import { labelOf } from '../../timeline/timeline-lines.ts';
import { axisOf, captionOf } from '../../timeline/timelines-text.ts';
import { BLANK, formatTime, timeScale } from '../../units.ts';
import { figure } from '../charts/figure.ts';
import { axisRow, stretch } from '../charts/plot.ts';
import { linearScale, place, type Scale } from '../charts/scale.ts';
import { html, lines, type Markup } from '../markup.ts';
import { type DrawnTask, drawnTasks, MOST_SEGMENTS } from './drawn-tasks.ts';
import { classOf } from './patterns.ts';
import { viewChoices } from './view.ts';
import { MOST_WORKERS, STATE_NAMES, WORKER_STATES, type WorkerLane, workerLanes } from './worker-lanes.ts';

/** Tasks in one picture, at most: a screen of them. */
export const MOST_TASKS = 20;

/** A figure for each, to one scale or each to its own until the reader chooses. */
export function timelineFigures(
  timelines: readonly TimelineReport[],
  sameAxis: boolean,
  mostTasks = MOST_TASKS,
): Markup {
  const longestUs = Math.max(...timelines.map(axisOf));
  return html`<div class="timelines">
${viewChoices(timelines.length, sameAxis && timelines.length > 1)}
${lines(timelines.map((timeline) => timelineFigure(timeline, longestUs, mostTasks)))}
</div>`;
}

function timelineFigure(timeline: TimelineReport, longestUs: number, mostTasks: number): Markup {
  const axisUs = axisOf(timeline);
  const tasks = drawnTasks(timeline, mostTasks, axisUs);
  const workers = workerLanes(timeline, axisUs);
  const drawnWorkers = workers.slice(0, MOST_WORKERS);
  const scale = linearScale([axisUs / 1_000]);
  const kinds = SEGMENT_KINDS.filter((kind) =>
    tasks.some(({ segments }) => segments.some((each) => each.kind === kind)),
  );
  const states = WORKER_STATES.filter((state) =>
    drawnWorkers.some(({ stretches }) => stretches.some((each) => each.state === state)),
  );
  const lanes = [...tasks.map((task) => taskLane(task, scale)), ...drawnWorkers.map((lane) => workerLane(lane, scale))];
  return figure({
    title: `Tasks of ${timeline.name}`,
    caption: [
      captionOf(timeline, mostTasks),
      BAR,
      ...(workers.length > 0 ? [WORKERS] : []),
      ...(workers.length > MOST_WORKERS ? [`${MOST_WORKERS} of ${workers.length} workers are drawn.`] : []),
      ...(tasks.some(({ isCut }) => isCut) ? [CUT] : []),
      ...(drawnWorkers.some(({ isCut }) => isCut) ? [GAPS_CUT] : []),
    ].join(' '),
    rows: [picture(lanes, axisUs / longestUs), ...axes(axisUs, longestUs)],
    legend: legend([
      ...kinds.map((kind) => ({ id: classOf(kind), name: SEGMENT_NAMES[kind] })),
      ...states.map((state) => ({ id: state, name: STATE_NAMES[state] })),
    ]),
    table: figuresOf(tasks, kinds),
    scrolls: true,
  });
}

const BAR = 'A bar is a task, from the start of the batch to its output.';
const WORKERS = 'Below the tasks there is a lane for each worker.';
const CUT = `Of a task with more stretches than ${MOST_SEGMENTS}, the longest are drawn.`;
const GAPS_CUT = `Of a worker that was idle more than ${MOST_SEGMENTS} times, the longest times are drawn.`;

/** One bar of the picture. */
interface Lane {
  readonly name: string;
  readonly content: Markup;
}

function taskLane({ task, segments }: DrawnTask, { at }: Scale): Lane {
  const endUs = task.segments.at(-1)?.toUs ?? 0;
  const cross = task.failed ? html`<text x="${Math.min(98, at(endUs / 1_000))}%" y="0.9em">✗</text>` : null;
  const all = segments.map(({ kind, fromUs, toUs }) => stretch(classOf(kind), at(fromUs / 1_000), at(toUs / 1_000)));
  return { name: labelOf(task), content: html`${all}${cross}` };
}

function workerLane({ worker, stretches }: WorkerLane, { at }: Scale): Lane {
  const all = stretches.map(({ state, fromUs, toUs }) => stretch(state, at(fromUs / 1_000), at(toUs / 1_000)));
  return { name: `w${worker + 1}`, content: html`${all}` };
}

// Names stand beside the bars as lines of text as high as a bar is, which is a fraction of what they say as elements. The bars fill
// their picture; to the scale of all, the picture is as much narrower as its own axis is shorter.
function picture(lanes: readonly Lane[], shareOfLongest: number): Markup {
  const names = lanes.map(({ name }, index) => html`${index === 0 ? null : BREAK}${name}`);
  const rows = lanes.map(
    ({ content }, index) => html`<svg y="${Number((index * LINE_EM).toFixed(2))}em">${content}</svg>`,
  );
  const height = Number((lanes.length * LINE_EM).toFixed(2));
  return html`<div class="row tasks"><b>${names}</b><svg class="lanes" width="${place(shareOfLongest * 100)}" height="${height}em">
${lines(rows)}
</svg><i></i></div>`;
}

/** From one bar to the next; the style has lines of text as high. */
const LINE_EM = 1.25;
const BREAK = html`<br>`;

/** The axis of its own and that of the longest, of which the reader sees one; where they are the same there is one. */
function axes(axisUs: number, longestUs: number): Markup[] {
  const ticks = (us: number, kind: string) =>
    html`<div class="ticks ${kind}">${axisRow(linearScale([us / 1_000]), 'ms')}</div>`;
  return axisUs === longestUs ? [ticks(axisUs, 'both')] : [ticks(axisUs, 'single'), ticks(longestUs, 'shared')];
}

function legend(entries: readonly { readonly id: string; readonly name: string }[]): Markup {
  return html`<ul class="legend">${entries.map(
    ({ id, name }) => html`
<li class="${id}"><svg aria-hidden="true"><rect class="${id}" width="100%"/></svg> ${name}</li>`,
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
