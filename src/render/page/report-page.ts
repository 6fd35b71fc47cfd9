// A whole run: where and how it was measured, a section for each scenario, how to read it all, and who won.

import type { Report, ScenarioReport } from '../../model/report.ts';
import { columnsFor } from '../row-columns.ts';
import { formatRatio, timeScale } from '../units.ts';
import { winnerOf } from './names.ts';
import { type Block, facts, heading, type Page, table, text, warnings } from './page.ts';
import { scenarioSection } from './scenario-section.ts';

/** One run as a page. */
export function reportPage(report: Report, title: string | null): Page {
  const { scenarios } = report;
  return {
    title,
    outcome: scenarios.length === 0 ? text(NOTHING) : summary(scenarios),
    body: [
      ...facts(report.facts),
      ...warnings(report.warnings),
      ...scenarios.flatMap(scenarioSection),
      ...(scenarios.length === 0 ? [] : legend(scenarios)),
    ],
  };
}

const NOTHING = 'This document holds no scenario. Run `overlap run` to measure some.';

function summary(scenarios: readonly ScenarioReport[]): Block[] {
  return [
    heading('Summary'),
    table(scenarios, [
      { header: 'scenario', kind: 'word', cell: ({ id }) => id },
      { header: 'kind', kind: 'word', cell: ({ kind }) => kind },
      { header: 'bound by', kind: 'word', cell: ({ boundBy }) => boundBy },
      { header: 'winner', kind: 'word', cell: winnerText, tone: (scenario) => (winnerOf(scenario) ? 'good' : null) },
      { header: 'reach for', kind: 'prose', cell: ({ advice }) => advice },
    ]),
  ];
}

function winnerText(scenario: ScenarioReport): string {
  const row = winnerOf(scenario);
  if (row === undefined) return 'no winner';
  return row.speedup === null ? row.name : `${row.name} ${formatRatio(row.speedup.ratio)}×`;
}

function legend(scenarios: readonly ScenarioReport[]): Block[] {
  const columns = columnsFor(
    scenarios.flatMap(({ rows }) => rows),
    timeScale([]),
  );
  const meanings = columns.flatMap(({ header, meaning }) =>
    meaning === null ? [] : [{ label: header.replace('\n', ' '), value: meaning }],
  );
  return meanings.length === 0 ? [] : [heading('How to read a row'), ...facts(meanings)];
}
