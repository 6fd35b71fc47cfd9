// What there is to run: scenarios and strategies, as `overlap list` shows them.

import type { ScenarioKind } from '../model/scenario.ts';
import type { RenderOptions } from './renderer.ts';
import { drawTextGrid } from './terminal/text-grid.ts';
import { plainText, wrapText } from './text-width.ts';

/** Everything that can be named on the command line. */
export interface Catalogue {
  readonly scenarios: readonly {
    readonly id: string;
    readonly kind: ScenarioKind;
    readonly taskCount: number;
    readonly question: string;
  }[];
  readonly strategies: readonly { readonly id: string; readonly idea: string }[];
}

/** Draws the catalogue; ends with a newline. */
export function renderList({ scenarios, strategies }: Catalogue, { columns }: RenderOptions): string {
  const scenarioTable = drawTextGrid(
    [
      { header: 'scenario', align: 'left', cells: scenarios.map(({ id }) => plainText(id)) },
      { header: 'kind', align: 'left', cells: scenarios.map(({ kind }) => kind) },
      { header: 'tasks', align: 'right', cells: scenarios.map(({ taskCount }) => String(taskCount)) },
    ],
    { header: 'question', cells: scenarios.map(({ question }) => question) },
    columns,
  );
  const strategyTable = drawTextGrid(
    [{ header: 'strategy', align: 'left', cells: strategies.map(({ id }) => plainText(id)) }],
    { header: 'idea', cells: strategies.map(({ idea }) => idea) },
    columns,
  );
  const next = wrapText('Run one with `overlap run NAME`, or all with `overlap run`.', columns);
  return `${scenarioTable}\n${strategyTable}\n${next}\n`;
}
