// What there is to run: scenarios and strategies, as `overlap list` shows them.

import type { ScenarioKind } from '../model/scenario.ts';
import type { RenderOptions } from './renderer.ts';
import { drawTextGrid } from './terminal/text-grid.ts';
import { plainText, wrapText } from './text-width.ts';

/** A scenario as the list shows it. */
export interface ListedScenario {
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  readonly question: string;
}

/** Everything that can be named on the command line. */
export interface Catalogue {
  readonly scenarios: readonly ListedScenario[];
  /** Wrong on purpose; run by name only. */
  readonly lessons: readonly ListedScenario[];
  readonly strategies: readonly { readonly id: string; readonly idea: string }[];
}

/** Draws the catalogue; ends with a newline. */
export function renderList({ scenarios, lessons, strategies }: Catalogue, { columns }: RenderOptions): string {
  const strategyTable = drawTextGrid(
    [{ header: 'strategy', align: 'left', cells: strategies.map(({ id }) => plainText(id)) }],
    { header: 'idea', cells: strategies.map(({ idea }) => idea) },
    columns,
  );
  const tables = [
    scenarioTable('scenario', scenarios, columns),
    ...(lessons.length === 0 ? [] : [scenarioTable('lesson', lessons, columns)]),
    strategyTable,
  ];
  const apart = lessons.length === 0 ? '' : ' Lessons are wrong on purpose and run by name only.';
  const next = wrapText(`Run one with \`overlap run NAME\`, or all with \`overlap run\`.${apart}`, columns);
  return `${tables.join('\n')}\n${next}\n`;
}

function scenarioTable(header: string, scenarios: readonly ListedScenario[], columns: number): string {
  return drawTextGrid(
    [
      { header, align: 'left', cells: scenarios.map(({ id }) => plainText(id)) },
      { header: 'kind', align: 'left', cells: scenarios.map(({ kind }) => kind) },
      { header: 'tasks', align: 'right', cells: scenarios.map(({ taskCount }) => String(taskCount)) },
    ],
    { header: 'question', cells: scenarios.map(({ question }) => question) },
    columns,
  );
}
