// What a page has of one scenario, part by part, drawn where there is room for it.

import type { ScenarioReport } from '../../../model/report/report.ts';
import type { TimelineReport } from '../../../model/report/timeline-report.ts';
import type { Block } from '../../page/page.ts';
import type { ScenarioSection } from '../../page/report/scenario-section.ts';
import type { NamedReport } from '../../renderer.ts';
import { blocksMarkup } from '../blocks.ts';
import { ledgerFigure } from '../charts/ledger.ts';
import { samplesFigure } from '../charts/samples.ts';
import { speedupFigure } from '../charts/speedups.ts';
import { html, lines, type Markup } from '../markup.ts';
import { sweepFigures } from '../sweeps/sweep-figures.ts';
import { MOST_TASKS, timelineFigures } from '../timelines/timeline-figure.ts';
import { folded } from './folded.ts';

/** Every part, by what it is called where it is left out; the first are kept longest. */
export const PART_NAMES = {
  told: 'question, table and reasons',
  speedups: 'charts of speed-ups and sweeps',
  more: 'more columns and notes',
  ledger: 'charts of where the time went',
  samples: 'charts of samples',
  telling: 'tasks of the most telling strategies',
  others: 'tasks of the other strategies',
} as const;

export type PartName = keyof typeof PART_NAMES;

/** How each part is drawn; null where the scenario has none. */
export type ScenarioParts = Readonly<Record<PartName, (() => Markup) | null>>;

/** Dots and bars of tasks on a whole page: beyond that nobody looks, and every reader has to load them. */
const MOST_OF_PAGE = { dots: 4_000, tasks: 420 } as const;

/** The parts of one scenario. */
export function scenarioParts(scenario: ScenarioReport, { answer }: ScenarioSection, run: NamedReport): ScenarioParts {
  const { report, timelines = [], document } = run;
  const mostDots = Math.floor(MOST_OF_PAGE.dots / report.scenarios.length);
  const own = timelines.find(({ scenarioId }) => scenarioId === scenario.id);
  const others = (own === undefined ? [] : own.timelines).filter(
    (each) => isOrdinary(each) && !own?.telling.includes(each),
  );
  const count = timelines.flatMap((each) => each.timelines.filter(isOrdinary)).length;
  const blocks = (has: (block: Block) => boolean) => part(answer.filter(has), (some) => blocksMarkup(some));
  return {
    told: blocks(({ type }) => type !== 'details' && type !== 'timelines') ?? (() => lines([])),
    speedups: part([...speedupFigure(scenario), ...sweepFigures(scenario)], lines),
    more: blocks(({ type }) => type === 'details'),
    ledger: part(ledgerFigure(scenario.rows), lines),
    samples: document === undefined ? null : () => lines(samplesFigure(scenario, document, mostDots)),
    telling: blocks(({ type }) => type === 'timelines'),
    others: part(others, (some) => otherTasks(some, Math.floor(MOST_OF_PAGE.tasks / count))),
  };
}

function part<Item>(items: readonly Item[], draw: (items: readonly Item[]) => Markup): (() => Markup) | null {
  return items.length === 0 ? null : () => draw(items);
}

/** The tasks of arms that are not among the two most telling ones. */
function otherTasks(others: readonly TimelineReport[], most: number): Markup {
  return folded(
    'more',
    'Tasks of the other strategies',
    html`<p>Of the sample nearest to the median; for the slowest ones, <code>overlap show FILE --timeline all</code>.</p>
${timelineFigures(others, false, Math.min(MOST_TASKS, Math.max(2, most)))}`,
  );
}

const isOrdinary = ({ reason, placebo }: TimelineReport) => reason === 'typical' && !placebo;
