// What there is to run: scenarios and strategies, as `overlap list` shows them.

import type { ScenarioKind } from '../../model/scenario.ts';
import { type Page, type Table, table, text } from './page.ts';

/** A scenario as the list shows it. */
export interface ListedScenario {
  /** What is typed to run it: its id, or the path of its file. */
  readonly id: string;
  readonly kind: ScenarioKind;
  readonly taskCount: number;
  readonly question: string;
  /** Command of the server that it brings; null, or absent, for the fixture server. */
  readonly service?: string | null;
}

/** A strategy as the list shows it. */
export interface ListedStrategy {
  readonly id: string;
  readonly idea: string;
  /** Its shape in words. */
  readonly schedule: string;
}

/** Everything that can be named on the command line. */
export interface Catalogue {
  readonly scenarios: readonly ListedScenario[];
  /** About a peer's limits; run by name only. */
  readonly limits: readonly ListedScenario[];
  /** About work with a world of its own around it; run by name only. */
  readonly examples: readonly ListedScenario[];
  /** Wrong on purpose; run by name only. */
  readonly lessons: readonly ListedScenario[];
  /** Every tag that any of them has, for `--tag`. */
  readonly tags: readonly string[];
  /** What every run compares. */
  readonly strategies: readonly ListedStrategy[];
  /** Strategies that run by name only. */
  readonly byName: readonly ListedStrategy[];
}

/** The catalogue as a page. */
export function listPage({ scenarios, limits, examples, lessons, tags, strategies, byName }: Catalogue): Page {
  return {
    title: null,
    outcome: text(
      'Run one with `overlap run NAME`, or all scenarios with `overlap run`. Limits, examples, lessons (a surprise each, some wrong on purpose) and the strategies listed last run by name only.',
    ),
    body: [
      ...scenarioTable('scenario', scenarios),
      ...scenarioTable('limits', limits),
      ...scenarioTable('example', examples),
      ...scenarioTable('lesson', lessons),
      ...(tags.length > 0
        ? text(`${tags.join(', ')} (choose with \`--tag\`, or by kind with \`--kind\`)`, 'tags')
        : []),
      ...strategyTable('strategy', strategies),
      ...strategyTable('by --strategy', byName),
    ],
  };
}

function strategyTable(header: string, strategies: readonly ListedStrategy[]): Table[] {
  if (strategies.length === 0) return [];
  return [
    table(strategies, [
      { header, kind: 'word', cell: ({ id }) => id },
      { header: 'what it does', kind: 'prose', cell: ({ idea, schedule }) => `${idea}: ${schedule}` },
    ]),
  ];
}

function scenarioTable(header: string, scenarios: readonly ListedScenario[]): Table[] {
  if (scenarios.length === 0) return [];
  return [
    table(scenarios, [
      { header, kind: 'word', cell: ({ id }) => id },
      { header: 'kind', kind: 'word', cell: ({ kind }) => kind },
      { header: 'tasks', kind: 'figure', cell: ({ taskCount }) => String(taskCount) },
      {
        header: 'question',
        kind: 'prose',
        cell: ({ question, service }) => (service ? `${question} Asks: ${service}` : question),
      },
    ]),
  ];
}
