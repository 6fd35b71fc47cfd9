// What there is to run: scenarios and strategies, as `overlap list` shows them.

import type { ScenarioKind } from '../../model/scenario.ts';
import { type Page, type Table, table, text } from './page.ts';

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

/** The catalogue as a page. */
export function listPage({ scenarios, lessons, strategies }: Catalogue): Page {
  const apart = lessons.length === 0 ? '' : ' Lessons are wrong on purpose and run by name only.';
  return {
    title: null,
    outcome: text(`Run one with \`overlap run NAME\`, or all with \`overlap run\`.${apart}`),
    details: [
      scenarioTable('scenario', scenarios),
      ...(lessons.length === 0 ? [] : [scenarioTable('lesson', lessons)]),
      table(strategies, [
        { header: 'strategy', kind: 'word', cell: ({ id }) => id },
        { header: 'idea', kind: 'prose', cell: ({ idea }) => idea },
      ]),
    ],
  };
}

function scenarioTable(header: string, scenarios: readonly ListedScenario[]): Table {
  return table(scenarios, [
    { header, kind: 'word', cell: ({ id }) => id },
    { header: 'kind', kind: 'word', cell: ({ kind }) => kind },
    { header: 'tasks', kind: 'figure', cell: ({ taskCount }) => String(taskCount) },
    { header: 'question', kind: 'prose', cell: ({ question }) => question },
  ]);
}
