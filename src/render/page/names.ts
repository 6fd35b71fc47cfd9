// What arms are called on every page, and which one won: the only place that reads it off the model.

import type { ComparedCell, UnmatchedCell } from '../../model/comparison.ts';
import type { Row, ScenarioReport } from '../../model/report.ts';

/** What stands in the strategy column: "bounded c10", "pool w2", "placebo". */
export function rowName(row: Row): string {
  return row.placebo ? 'placebo' : armName(row.strategy, row);
}

/** The row that won; undefined where none did. */
export function winnerOf({ rows, winner }: ScenarioReport): Row | undefined {
  return rows.find(({ strategy, placebo }) => strategy === winner && !placebo);
}

/** The arm that speed-ups refer to. */
export function referenceName({ reference }: ScenarioReport): string {
  return reference;
}

/** The arm of a compared cell. */
export function cellName(cell: ComparedCell): string {
  return armName(cell.strategyId, cell);
}

/** The arm of a cell that could not be compared. */
export function unmatchedName(cell: UnmatchedCell): string {
  return cell.strategyId;
}

function armName(strategy: string, settings: { concurrency: number | null; threads: number | null }): string {
  const { concurrency, threads } = settings;
  return `${strategy}${concurrency === null ? '' : ` c${concurrency}`}${threads === null ? '' : ` w${threads}`}`;
}
