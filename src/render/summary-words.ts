// The words that every form of the summary shares.

import type { ScenarioReport } from '../model/report.ts';
import { armName } from './columns.ts';
import { formatRatio } from './units.ts';

/** The winner with its factor, or what stands in its place. */
export function winnerText(scenario: ScenarioReport): string {
  const row = scenario.rows.find(({ strategy, placebo }) => strategy === scenario.winner && !placebo);
  if (row === undefined) return 'no winner';
  return row.speedup === null ? armName(row) : `${armName(row)} ${formatRatio(row.speedup.ratio)}×`;
}
