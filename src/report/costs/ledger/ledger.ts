// Where the makespan went: named parts that add up to it. The main thread was busy or idle, a worker ran a task or did not:
// both were measured, and each part of them gets its name from whose clock ran meanwhile. What no clock tells has a name
// of its own; nothing is shared out in proportion to causes that might not have happened.

import type { LedgerPart } from '../../../model/report/report.ts';
import type { Arm } from '../../arms/arm.ts';
import type { ScenarioData } from '../../arms/scenario-data.ts';
import { loopLedger } from './loop-ledger.ts';
import { middleOf } from './middle-samples.ts';
import { workerLedger } from './worker-ledger.ts';

/** Amounts by name, in milliseconds; those that are not above nothing are left out. */
export type Parts = readonly (readonly [name: string, ms: number])[];

/** The parts of the median batch; null where the file does not tell threads apart, or for an unknown shape. */
export function ledgerOf(arm: Arm, data: ScenarioData): LedgerPart[] | null {
  const middle = middleOf(arm);
  if (middle === null || arm.shape === null || data.totals === null) return null;
  const parts =
    arm.threads === null ? loopLedger(arm.shape, middle, arm, data) : workerLedger(arm.shape, middle, arm, data);
  const named = Map.groupBy(
    parts.filter(([, ms]) => ms > 0),
    ([name]) => name,
  );
  const sums = [...named].map(([name, same]) => ({ name, ms: same.reduce((sum, [, ms]) => sum + ms, 0) }));
  const totalMs = sums.reduce((sum, { ms }) => sum + ms, 0);
  if (!(totalMs > 0)) return null;
  // The samples in the middle are a little off the median; their shares are not.
  const medianMs = arm.wallQuantileMs(0.5);
  return sums
    .map(({ name, ms }) => ({ name, ms: (ms / totalMs) * medianMs, shareRatio: ms / totalMs }))
    .sort((one, other) => other.ms - one.ms);
}
