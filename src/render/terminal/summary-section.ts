// The last table of a run: for each scenario what kind of work it was, who won, and what to reach for.

import type { ScenarioReport } from '../../model/report.ts';
import { winnerText } from '../summary-words.ts';
import { wrapText } from '../text-width.ts';
import { drawGrid, type GridColumn, gridWidth } from './grid.ts';
import { paint } from './paint.ts';

/** Draws the summary; the advice is wrapped into what room is left. */
export function summarySection(scenarios: readonly ScenarioReport[], columns: number, color: boolean): string {
  const fixed: GridColumn[] = [
    { header: 'scenario', align: 'left', cells: scenarios.map(({ id }) => id) },
    { header: 'bound by', align: 'left', cells: scenarios.map(({ kind, boundBy }) => `${kind}: ${boundBy}`) },
    {
      header: 'winner',
      align: 'left',
      cells: scenarios.map((scenario) => paint(winnerText(scenario), scenario.winner === null ? null : 'good', color)),
    },
  ];
  const room = columns - gridWidth(fixed) - 2;
  if (room < 18) return summaryList(scenarios, columns);
  const advice = scenarios.map((scenario) => wrapText(scenario.advice, room));
  return drawGrid([...fixed, { header: 'reach for', align: 'left', cells: advice }]);
}

function summaryList(scenarios: readonly ScenarioReport[], columns: number): string {
  return scenarios
    .map((scenario) => {
      const { id, kind, boundBy, advice } = scenario;
      return wrapText(
        `${id} (${kind}, bound by ${boundBy}): ${winnerText(scenario)}; reach for ${advice}`,
        columns,
        '  ',
      );
    })
    .join('\n');
}
