// A whole run: where and how it was measured, a section for each scenario, how to read it all, and what was decided.

import type { Report, ScenarioReport } from '../../../model/report/report.ts';
import type { ScenarioTimelines } from '../../../model/report/timeline-report.ts';
import { detailColumns, type RowColumn, resultColumns } from '../../row-columns.ts';
import { timeScale } from '../../units.ts';
import { type Block, details, type Facts, facts, heading, type Page, table, text, warnings } from '../page.ts';
import { decisionOf, decisionWithAdvice } from './decision.ts';
import { type ScenarioSection, scenarioSection } from './scenario-section.ts';
import { sortWarnings } from './told-once.ts';

/** One run as a page. */
export function reportPage(report: Report, title: string | null, timelines: readonly ScenarioTimelines[] = []): Page {
  const { summary, opening, sections, legend } = reportParts(report, timelines);
  const all = sections.flatMap(({ question, answer }) => [...question, ...answer]);
  return { title, outcome: summary, body: [...opening, ...all, ...legend] };
}

/** The same in its parts, for a format that puts something between them. */
export interface ReportParts {
  readonly summary: readonly Block[];
  /** Where and how it was measured, and what holds for all of it. */
  readonly opening: readonly Block[];
  /** A section for each scenario, in their order. */
  readonly sections: readonly ScenarioSection[];
  readonly legend: readonly Block[];
}

/** One run as parts of a page. */
export function reportParts(report: Report, timelines: readonly ScenarioTimelines[]): ReportParts {
  const { scenarios } = report;
  const { shared, own } = sortWarnings(scenarios);
  const telling = new Map(timelines.map((each) => [each.scenarioId, each.telling]));
  return {
    summary: scenarios.length === 0 ? text(NOTHING) : summary(scenarios),
    opening: [...facts(report.facts), ...warnings([...report.warnings, ...shared])],
    sections: scenarios.map((scenario) =>
      scenarioSection(scenario, own.get(scenario) ?? [], telling.get(scenario.id) ?? []),
    ),
    legend: scenarios.length === 0 ? [] : legend(scenarios),
  };
}

const NOTHING = 'This document holds no scenario. Run `overlap run` to measure some.';

function summary(scenarios: readonly ScenarioReport[]): Block[] {
  return [
    heading('Summary'),
    table(scenarios, [
      { header: 'scenario', kind: 'word', cell: ({ id }) => id },
      {
        header: 'what was decided, and what to reach for',
        kind: 'prose',
        cell: decisionWithAdvice,
        tone: (scenario) => decisionOf(scenario).tone,
      },
    ]),
  ];
}

function legend(scenarios: readonly ScenarioReport[]): Block[] {
  const rows = scenarios.flatMap((scenario) => scenario.rows);
  const scale = timeScale([]);
  const result = resultColumns(rows, scale);
  const known = new Set(result.map(({ header }) => header));
  const detail = detailColumns(rows, scale).filter(({ header }) => !known.has(header));
  if (rows.length === 0) return [];
  return [
    heading('How to read a row'),
    ...facts(meanings(result)),
    ...details('More columns', facts(meanings(detail))),
  ];
}

function meanings(columns: readonly RowColumn[]): Facts['facts'] {
  return columns.flatMap(({ header, meaning }) =>
    meaning === null ? [] : [{ label: header.replace('\n', ' '), value: meaning }],
  );
}
