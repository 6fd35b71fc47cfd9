// The words that every form of the summary shares.

import { isSameArm } from '../model/arm-key.ts';
import type { ScenarioReport } from '../model/report.ts';
import { rowName } from './columns.ts';
import { formatRatio } from './units.ts';

/** The winner with its factor, or what stands in its place. */
export function winnerText(scenario: ScenarioReport): string {
  const { winner, rows } = scenario;
  const row = winner && rows.find(({ key, placebo }) => !placebo && isSameArm(key, winner.key));
  if (!row) return 'no winner';
  return row.speedup === null ? rowName(row) : `${rowName(row)} ${formatRatio(row.speedup.ratio)}×`;
}
