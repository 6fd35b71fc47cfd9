// The body of a run's page: the blocks of every format, with charts between them. As a lesson it asks first, and has what came
// out behind a click.

import type { ScenarioReport } from '../../model/report/report.ts';
import type { ScenarioTimelines, TimelineReport } from '../../model/report/timeline-report.ts';
import { reportParts } from '../page/report/report-page.ts';
import type { ScenarioSection } from '../page/report/scenario-section.ts';
import type { NamedReport } from '../renderer.ts';
import { blocksMarkup } from './blocks.ts';
import { ledgerFigure } from './charts/ledger.ts';
import { samplesFigure } from './charts/samples.ts';
import { speedupFigure } from './charts/speedups.ts';
import { html, lines, type Markup } from './markup.ts';
import { sweepFigures } from './sweeps/sweep-figures.ts';
import { MOST_TASKS, timelineFigures } from './timelines/timeline-figure.ts';

/** Dots and bars of tasks on a whole page: beyond that nobody looks, and every reader has to load them. */
const MOST_OF_PAGE = { dots: 4_000, tasks: 420 } as const;

/** Draws one run, as a lesson or as an answer. */
export function reportBody(run: NamedReport, lesson: boolean): Markup {
  const { report, timelines = [] } = run;
  const { summary, opening, sections, legend } = reportParts(report, timelines);
  const outcome = blocksMarkup(summary);
  const body = sections.map((section, index) => {
    const scenario = report.scenarios[index] as ScenarioReport;
    return sectionMarkup(section, charts(scenario, run), lesson);
  });
  if (!lesson) return lines([outcome, blocksMarkup(opening), ...body, blocksMarkup(legend)]);
  return lines([
    ...body,
    folded('answer', 'What was decided, of all these questions', outcome),
    folded('more', 'Where and how it was measured, and how to read a row', blocksMarkup([...opening, ...legend])),
  ]);
}

function folded(kind: string, words: string, content: Markup): Markup {
  return html`<details class="${kind}"><summary>${words}</summary>
${content}
</details>`;
}

function sectionMarkup({ question, answer }: ScenarioSection, drawn: readonly Markup[], lesson: boolean): Markup {
  const isMore = ({ type }: (typeof answer)[number]) => type === 'details';
  const told = lines([
    blocksMarkup(answer.filter((block) => !isMore(block))),
    ...drawn,
    blocksMarkup(answer.filter(isMore)),
  ]);
  return html`<section>
${blocksMarkup(question)}
${lesson ? folded('answer', 'Write down your guess. Then look at the answer', told) : told}
</section>`;
}

function charts(scenario: ScenarioReport, { report, timelines = [], document }: NamedReport): Markup[] {
  const own = timelines.find(({ scenarioId }) => scenarioId === scenario.id);
  const mostDots = Math.floor(MOST_OF_PAGE.dots / report.scenarios.length);
  return [
    ...speedupFigure(scenario),
    ...sweepFigures(scenario),
    ...ledgerFigure(scenario.rows),
    ...(document === undefined ? [] : samplesFigure(scenario, document, mostDots)),
    ...otherTimelines(own, timelines),
  ];
}

/** The tasks of arms that are not among the two most telling ones. */
function otherTimelines(own: ScenarioTimelines | undefined, all: readonly ScenarioTimelines[]): Markup[] {
  const others = (own === undefined ? [] : own.timelines).filter(
    (each) => isOrdinary(each) && !own?.telling.includes(each),
  );
  if (others.length === 0) return [];
  const count = all.flatMap(({ timelines }) => timelines.filter(isOrdinary)).length;
  const mostTasks = Math.min(MOST_TASKS, Math.max(2, Math.floor(MOST_OF_PAGE.tasks / count)));
  const content = html`<p>Of the sample nearest to the median; for the slowest ones, <code>overlap show FILE --timeline all</code>.</p>
${timelineFigures(others, false, mostTasks)}`;
  return [folded('more', 'Tasks of the other strategies', content)];
}

const isOrdinary = ({ reason, placebo }: TimelineReport) => reason === 'typical' && !placebo;
