// A history for tests: the same run again and again, each day as much slower or faster as a machine is, from a seed.

import type { ResultDocument } from '../../model/document/document.ts';
import type { HistoryRun } from '../../model/document/history-run.ts';
import { seededRandom } from '../../model/seeded-random.ts';
import { historyRunOf } from '../history/history-run-of.ts';

const DAY_MS = 86_400_000;

/** How many runs, and by how much they vary. */
export interface PastWords {
  readonly count?: number;
  /** Most that a cell is slower or faster than usual, in log units; its standard deviation is 0.58 of that. */
  readonly spread?: number;
  readonly seed?: number;
}

/** Runs like a document, one a day, the newest a day before it. */
export function pastRuns(
  document: ResultDocument,
  { count = 20, spread = 0.05, seed = 1 }: PastWords = {},
): HistoryRun[] {
  const run = historyRunOf(document, { withPlacebos: true });
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    ...run,
    createdAt: new Date(Date.parse(run.createdAt) - (count - index) * DAY_MS).toISOString(),
    commit: `${index}`.padStart(40, 'c0ffee'),
    cells: run.cells.map((cell) => {
      const factor = Math.exp(spread * (2 * random() - 1));
      return { ...cell, medianMs: cell.medianMs === null ? null : cell.medianMs * factor };
    }),
  }));
}
