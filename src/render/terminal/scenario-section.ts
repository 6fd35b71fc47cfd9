// One scenario on the terminal: the question, the table, why it came out so, and what is missing from the table.

import type { Row, ScenarioReport } from '../../model/report.ts';
import { rowName, verdictWord } from '../columns.ts';
import { missingTexts } from '../missing-rows.ts';
import { groupedRowWarnings } from '../row-warnings.ts';
import { wrapText } from '../text-width.ts';
import { formatCount, formatFineShare, formatShare } from '../units.ts';
import { paint } from './paint.ts';
import { rowTable } from './row-table.ts';
import { warningLines } from './warning-lines.ts';

/** The text of one scenario. */
export function scenarioSection(scenario: ScenarioReport, columns: number, color: boolean): string {
  const shown = scenario.rows.filter((row) => row.status !== 'skipped');
  const size = `${scenario.kind}, ${formatCount(scenario.taskCount, 'task')}, ${formatCount(scenario.roundCount, 'round')}`;
  const parts = [
    paint(wrapText(`${scenario.id}: ${scenario.title} (${size})`, columns), 'strong', color),
    wrapText(scenario.question, columns),
    '',
    shown.length === 0 ? wrapText('No arm was measured.', columns) : rowTable(shown, columns, color).trimEnd(),
    '',
    wrapText(`Why: ${scenario.why}`, columns, '  '),
    ...noiseLine(scenario).map((line) => wrapText(line, columns, '  ')),
    ...undecidedLine(scenario.rows).map((line) => wrapText(line, columns, '  ')),
    ...missingTexts(scenario.rows).map((line) => wrapText(line, columns, '  ')),
    ...warningLines(scenario.warnings, columns, color),
    ...warningLines(groupedRowWarnings(scenario.rows), columns, color),
  ];
  return parts.join('\n');
}

function noiseLine({ noiseFloorRatio, reference }: ScenarioReport): string[] {
  if (noiseFloorRatio === null) return [];
  return [
    `Noise floor this run ±${formatFineShare(noiseFloorRatio)}: placebo is a second copy of ${reference?.name ?? 'the reference'}.`,
  ];
}

function undecidedLine(rows: readonly Row[]): string[] {
  const texts = rows.flatMap((row) => (verdictWord(row) === 'undecided' ? smallestEffect(row) : []));
  return texts.length === 0 ? [] : [`Smallest difference this run would have decided: ${texts.join(', ')}.`];
}

function smallestEffect(row: Row): string[] {
  const { smallestEffectRatio } = row;
  if (smallestEffectRatio === null || !Number.isFinite(smallestEffectRatio)) return [];
  return [`${rowName(row)} ${formatShare(smallestEffectRatio - 1)}`];
}
