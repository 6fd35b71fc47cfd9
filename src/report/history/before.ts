// The past of a run: what was measured before it, apart from itself.

import type { HistoryRun } from '../../model/document/history-run.ts';

/** Runs in the order of time. */
export function inTime(runs: readonly HistoryRun[]): HistoryRun[] {
  return runs.toSorted((one, other) => timeOf(one) - timeOf(other));
}

/** Those that were made before a run, in the order of time; a run that is in its own history is not its past. */
export function before(run: HistoryRun, runs: readonly HistoryRun[]): HistoryRun[] {
  return inTime(runs).filter((each) => timeOf(each) < timeOf(run));
}

/** When it was made, in milliseconds since 1970. */
export function timeOf({ createdAt }: Pick<HistoryRun, 'createdAt'>): number {
  return Date.parse(createdAt);
}
