// The README's picture: four rows of the example run as bars, a task in each, drawn as pages for browsers draw them.

import { readDocument } from '../../src/document/store.ts';
import { SEGMENT_KINDS, type SegmentKind, type TimelineReport } from '../../src/model/report/timeline-report.ts';
import { KIND_STYLE } from '../../src/render/html/assets/kind-style.ts';
import { html, lines, Markup } from '../../src/render/html/markup.ts';
import { classOf, patternDefinitions } from '../../src/render/html/timelines/patterns.ts';
import { SEGMENT_NAMES } from '../../src/render/timeline/marks.ts';
import { chosenTasks } from '../../src/render/timeline/timeline-lines.ts';
import { formatDuration } from '../../src/render/units.ts';
import { buildTimelines } from '../../src/report/timelines/build-timelines.ts';

const EXAMPLE = new URL('../../results/examples/two-cores.json', import.meta.url);
const PANELS = [
  { scenarioId: 'download-pages', strategyId: 'sequential', told: 'twenty pages, one by one' },
  { scenarioId: 'download-pages', strategyId: 'gather', told: 'twenty pages, Promise.all' },
  { scenarioId: 'count-primes', strategyId: 'gather', told: 'ten counts of primes, Promise.all' },
  { scenarioId: 'count-primes', strategyId: 'pool', told: 'ten counts of primes, two worker threads' },
] as const;

/** Units of the picture. */
const WIDTH = 800;
const MARGIN = 8;
const BAR = 9;
const BAR_STEP = 12;
const LINE = 20;
const MOST_TASKS = 10;
const LEGEND_COLUMNS = 4;

const STYLE = new Markup(`
text { font: 13px system-ui, sans-serif; fill: #24292f; }
text.small { font-size: 11px; }
rect { stroke: var(--i); stroke-width: 0.5; }
rect.ground { fill: #ffffff; stroke: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  rect.ground { fill: #10151b; }
}
${KIND_STYLE}`);

interface Panel {
  readonly timeline: TimelineReport;
  readonly told: string;
  readonly axisUs: number;
}

/** The picture as SVG that carries its style along, for light and for dark. */
export async function storyPicture(): Promise<string> {
  const panels = await panelsOf();
  const kinds = SEGMENT_KINDS.filter((kind) =>
    panels.some(({ timeline }) => timeline.tasks.some(({ segments }) => segments.some((each) => each.kind === kind))),
  );
  let topY = MARGIN;
  const drawn = panels.map((panel) => {
    const { markup, height } = panelMarkup(panel, topY);
    topY += height;
    return markup;
  });
  const rows = Math.ceil(kinds.length / LEGEND_COLUMNS);
  const height = topY + rows * LINE + MARGIN;
  const title = 'One thread waits for twenty pages at once; it computes one count of primes at a time.';
  return `${
    html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t">
<title id="t">${title}</title>
<style>${STYLE}</style>
${patternDefinitions()}
<rect class="ground" width="${WIDTH}" height="${height}"/>
${lines(drawn)}
${lines(kinds.map((kind, index) => legendItem(kind, index, topY)))}
</svg>`.source
  }\n`;
}

async function panelsOf(): Promise<Panel[]> {
  const scenarios = buildTimelines(await readDocument(EXAMPLE.pathname));
  const found = PANELS.map(({ scenarioId, strategyId, told }) => {
    const timeline = scenarios
      .find((scenario) => scenario.scenarioId === scenarioId)
      ?.timelines.find(({ key, reason, placebo }) => key.strategyId === strategyId && reason === 'typical' && !placebo);
    if (timeline === undefined) throw new Error(`the example holds no timeline of ${scenarioId} ${strategyId}`);
    return { timeline, told };
  });
  // Rows of one scenario share a scale.
  return found.map((panel) => ({
    ...panel,
    axisUs: Math.max(
      ...found
        .filter(({ timeline }) => timeline.key.scenarioId === panel.timeline.key.scenarioId)
        .map(({ timeline }) => timeline.batchUs),
    ),
  }));
}

function panelMarkup({ timeline, told, axisUs }: Panel, topY: number): { markup: Markup; height: number } {
  const tasks = chosenTasks(timeline.tasks, MOST_TASKS);
  const x = (atUs: number) => Number((MARGIN + (atUs / axisUs) * (WIDTH - 2 * MARGIN)).toFixed(1));
  const bars = tasks.flatMap(({ segments }, index) =>
    segments.map(
      ({ kind, fromUs, toUs }) =>
        html`<rect class="${classOf(kind)}" x="${x(fromUs)}" y="${topY + LINE + index * BAR_STEP}" width="${Number((x(toUs) - x(fromUs)).toFixed(1))}" height="${BAR}"/>`,
    ),
  );
  const took = formatDuration(timeline.batchUs / 1_000);
  return {
    markup: html`<text x="${MARGIN}" y="${topY + LINE - 6}">${told}: ${took}</text>
${lines(bars)}`,
    height: LINE + tasks.length * BAR_STEP + LINE / 2,
  };
}

function legendItem(kind: SegmentKind, index: number, topY: number): Markup {
  const x = MARGIN + (index % LEGEND_COLUMNS) * ((WIDTH - 2 * MARGIN) / LEGEND_COLUMNS);
  const y = topY + Math.floor(index / LEGEND_COLUMNS) * LINE;
  return html`<rect class="${classOf(kind)}" x="${x}" y="${y + 5}" width="20" height="${BAR}"/><text class="small" x="${x + 26}" y="${y + 14}">${SEGMENT_NAMES[kind]}</text>`;
}
