// A whole run as Markdown: the summary first, then a section for each scenario.

import type { Report, ScenarioReport } from '../../model/report.ts';
import { ROW_COLUMNS, rowName } from '../columns.ts';
import { missingTexts } from '../missing-rows.ts';
import { winnerText } from '../summary-words.ts';
import { formatCount, formatFineShare, formatInterval, formatRatio, timeScale } from '../units.ts';
import { escapeMarkdown, markdownTable } from './markdown-table.ts';
import { warningList } from './warning-list.ts';

/** Draws one run as Markdown. */
export function reportMarkdown(report: Report): string {
  const facts = report.facts
    .map(({ label, value }) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(value)}`)
    .join('\n');
  const parts = [
    '# overlap-bench',
    ...(report.scenarios.length === 0 ? ['This document holds no scenario.'] : [summary(report.scenarios)]),
    ...warningList(report.warnings),
    ...report.scenarios.flatMap(section),
    '## Facts',
    facts,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function summary(scenarios: readonly ScenarioReport[]): string {
  const column = (header: string, text: (scenario: ScenarioReport) => string) => ({
    header,
    align: 'left' as const,
    cells: scenarios.map(text),
  });
  return markdownTable([
    column('scenario', ({ id }) => id),
    column('kind', ({ kind }) => kind),
    column('bound by', ({ boundBy }) => boundBy),
    column('winner', winnerText),
    column('reach for', ({ advice }) => advice),
  ]);
}

function section(scenario: ScenarioReport): string[] {
  const { id, title, kind, taskCount, roundCount, question, why, rows, noiseFloorRatio, reference } = scenario;
  const shown = rows.filter(({ status }) => status !== 'skipped');
  const scale = timeScale(shown.map(({ medianMs }) => medianMs));
  const table = markdownTable(
    ROW_COLUMNS.filter((column) => column.part !== 'extra' || column.id === 'predicted').map((column) => ({
      header: column.title(scale),
      align: column.align,
      cells: shown.map((row) => column.cell(row, scale)),
    })),
  );
  const missing = missingTexts(rows).map((text) => `- ${escapeMarkdown(text)}`);
  const noise =
    noiseFloorRatio === null
      ? ''
      : `Noise floor this run ±${formatFineShare(noiseFloorRatio)} (placebo: a second copy of ${reference?.name ?? 'the reference'}).`;
  return [
    `## ${escapeMarkdown(`${id}: ${title}`)}`,
    `${escapeMarkdown(question)} (${kind}, ${formatCount(taskCount, 'task')}, ${formatCount(roundCount, 'round')})`,
    table,
    `**Why:** ${escapeMarkdown(why)}`,
    escapeMarkdown(noise),
    escapeMarkdown(tailText(scenario)),
    missing.join('\n'),
    ...warningList(scenario.warnings),
    ...rows.flatMap((row) =>
      warningList(row.warnings.map((w) => ({ ...w, message: `${rowName(row)}: ${w.message}` }))),
    ),
  ];
}

function tailText({ rows, reference }: ScenarioReport): string {
  const tails = rows.flatMap((row) =>
    [
      { name: 'p95', ratio: row.p95Speedup },
      { name: 'p99', ratio: row.p99Speedup },
    ].flatMap(({ name, ratio }) =>
      ratio === null ? [] : [`${rowName(row)} ${name} ${formatRatio(ratio.ratio)} (${formatInterval(ratio)})`],
    ),
  );
  return tails.length === 0
    ? ''
    : `Slow ends, ${reference?.name ?? 'the reference'} over row with 95 % interval: ${tails.join(', ')}.`;
}
