// One scenario: the question, the table, why it came out so, and what the table cannot show; all else is for who asks.

import type { ScenarioReport } from '../../../model/report/report.ts';
import type { TimelineReport } from '../../../model/report/timeline-report.ts';
import { detailColumns, resultColumns } from '../../row-columns.ts';
import { formatCount, formatFineShare, formatShare, timeScale } from '../../units.ts';
import { referenceName } from '../names.ts';
import {
  type Block,
  details,
  facts,
  heading,
  type Text,
  table,
  text,
  timelines,
  type Warnings,
  warnings,
} from '../page.ts';
import { ledgerTable } from './ledger-table.ts';
import { missingRows, rowDetails, rowNotes } from './row-notes.ts';

/** Lines of a picture beside which a table still stands. */
const MOST_TASKS = 4;

/** One scenario: what was asked, and what came out. */
export interface ScenarioSection {
  readonly question: readonly Block[];
  readonly answer: readonly Block[];
}

/** The section of one scenario, with the warnings that are its own. */
export function scenarioSection(
  scenario: ScenarioReport,
  ownWarnings: Warnings['warnings'],
  telling: readonly TimelineReport[],
): ScenarioSection {
  const { id, title, kind, taskCount, roundCount, rows } = scenario;
  const counts = [formatCount(taskCount, 'task'), formatCount(roundCount, 'round')];
  const set = Object.entries(scenario.setParameters).map(([name, value]) => `${name}=${String(value)}`);
  const shown = rows.filter(({ status }) => status !== 'skipped');
  const scale = timeScale(shown.map(({ medianMs }) => medianMs));
  const columns = detailColumns(shown, scale);
  const question = [
    heading(`${id}: ${title} (${[kind, ...counts, ...set].join(', ')})`),
    ...text(scenario.question),
    ...text(scenario.target ?? '', 'Asks'),
  ];
  const answer = [
    ...(shown.length === 0
      ? text('No arm was measured.')
      : [table(shown, resultColumns(shown, scale), { splits: true })]),
    ...rowNotes(scenario),
    ...text(scenario.why, 'Why'),
    ...text(scenario.explanation, 'How it works'),
    ...timelines(telling, { sameAxis: true, mostTasks: MOST_TASKS }),
    ...facts(missingRows(rows)),
    ...warnings(ownWarnings),
    ...details(`More of ${id}`, [
      ...(columns.length === 0 ? [] : [table(shown, columns, { splits: true })]),
      ...ledgerTable(shown, scale),
      ...text(scenario.boundBy, 'Bound by'),
      ...workAlone(scenario),
      ...noise(scenario),
      ...rowDetails(scenario),
    ]),
  ];
  return { question, answer };
}

function workAlone({ work }: ScenarioReport): Text[] {
  if (work === null) return [];
  const { waitingRatio, computingHereRatio, computingElsewhereRatio } = work;
  return text(
    `waits for ${formatShare(waitingRatio)} of its time, computes on its thread for ${formatShare(computingHereRatio)}, on other threads of the process for ${formatShare(computingElsewhereRatio)}.`,
    'A task alone',
  );
}

function noise(scenario: ScenarioReport): Text[] {
  if (scenario.noiseFloorRatio === null) return [];
  const share = formatFineShare(scenario.noiseFloorRatio);
  return text(`Noise floor this run ±${share}: placebo is a second copy of ${referenceName(scenario)}.`);
}
