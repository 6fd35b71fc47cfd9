// The last table of a run: for each scenario what kind of work it was, who won, and what to reach for.

import type { ScenarioReport } from '../../model/report.ts';
import { winnerText } from '../summary-words.ts';
import { plainText } from '../text-width.ts';
import type { GridColumn } from './grid.ts';
import { paint } from './paint.ts';
import { drawTextGrid } from './text-grid.ts';

/** Draws the summary; ends with a newline. */
export function summarySection(scenarios: readonly ScenarioReport[], columns: number, color: boolean): string {
  const column = (header: string, text: (scenario: ScenarioReport) => string): GridColumn => ({
    header,
    align: 'left',
    cells: scenarios.map(text),
  });
  return drawTextGrid(
    [
      column('scenario', ({ id }) => plainText(id)),
      column('kind', ({ kind }) => kind),
      column('bound by', ({ boundBy }) => plainText(boundBy)),
      column('winner', (scenario) => paint(winnerText(scenario), scenario.winner === null ? null : 'good', color)),
    ],
    column('reach for', ({ advice }) => advice),
    columns,
  );
}
