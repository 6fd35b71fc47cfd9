// Which runs stay where a history is cut: the newest of each kind of machine and settings, since runs are judged by their
// own kind and a rare one must not be crowded out.

import type { HistoryRun } from '../../model/document/history-run.ts';
import { timeOf } from './before.ts';
import { kindName } from './likeness.ts';

/** At most so many of each kind. */
export function newestOfEachKind<Kept extends { readonly run: HistoryRun }>(
  kept: readonly Kept[],
  mostCount: number,
): ReadonlySet<Kept> {
  const sorted = kept.toSorted((one, other) => timeOf(other.run) - timeOf(one.run));
  const kinds = Map.groupBy(sorted, ({ run }) => `${kindName(run)} ${JSON.stringify(run.settings)}`);
  return new Set([...kinds.values()].flatMap((same) => same.slice(0, mostCount)));
}
