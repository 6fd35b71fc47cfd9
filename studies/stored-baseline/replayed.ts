// Real runs of the same code: whatever is called changed among them is a false alarm.

import type { HistoryRun } from '../../src/model/document/history-run.ts';
import { DEFAULT_MARGIN_RATIO } from '../../src/report/comparison/margin.ts';
import { buildHealth } from '../../src/report/history/build-health.ts';
import type { StudyResult } from '../study.ts';
import { percent, upperLimit } from '../table.ts';

/** Judges every run by those before it. */
export function replayed(runs: readonly HistoryRun[]): Pick<StudyResult, 'text' | 'json'> {
  const health = buildHealth(runs, { marginRatio: DEFAULT_MARGIN_RATIO, brokenCount: 0 });
  const { verdictCount, regressedCount, improvedCount, runCount } = health.replay;
  const ratio = regressedCount / verdictCount;
  const text =
    `${runs.length} real quick runs of the same code: of ${verdictCount} verdicts in ${runCount} runs ${regressedCount} slower (${percent(ratio)}, at most ` +
    `${percent(upperLimit(ratio, verdictCount))})\nand ${improvedCount} faster. ${health.sentence}`;
  return { text, json: health };
}
