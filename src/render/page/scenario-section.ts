// One scenario: the question, the table, why it came out so, and what the table cannot show.

import type { ScenarioReport } from '../../model/report.ts';
import { columnsFor } from '../row-columns.ts';
import { formatCount, formatFineShare, timeScale } from '../units.ts';
import { referenceName } from './names.ts';
import { type Block, facts, heading, table, text, warnings } from './page.ts';
import { missingRows, rowNotes } from './row-notes.ts';
import { groupedRowWarnings } from './row-warnings.ts';

/** The blocks of one scenario. */
export function scenarioSection(scenario: ScenarioReport): Block[] {
  const { id, title, kind, taskCount, roundCount, rows } = scenario;
  const shown = rows.filter(({ status }) => status !== 'skipped');
  const scale = timeScale(shown.map(({ medianMs }) => medianMs));
  return [
    heading(`${id}: ${title} (${kind}, ${formatCount(taskCount, 'task')}, ${formatCount(roundCount, 'round')})`),
    ...text(scenario.question),
    ...(shown.length === 0 ? text('No arm was measured.') : [table(shown, columnsFor(shown, scale))]),
    ...text(scenario.why, 'Why'),
    ...text(scenario.explanation, 'How it works'),
    ...noise(scenario),
    ...rowNotes(scenario),
    ...facts(missingRows(rows)),
    ...warnings([...scenario.warnings, ...groupedRowWarnings(rows)]),
  ];
}

function noise(scenario: ScenarioReport): Block[] {
  if (scenario.noiseFloorRatio === null) return [];
  const share = formatFineShare(scenario.noiseFloorRatio);
  return text(`Noise floor this run ±${share}: placebo is a second copy of ${referenceName(scenario)}.`);
}
