// The untimed batches at the start of an epoch, as plan/warmup.ts decides, and what they showed written into the cells.

import { WarmupPlan, warmupTime } from './plan/warmup.ts';
import type { CellRecorder } from './recording/cell-recorder.ts';
import type { RunningEpoch } from './world.ts';

/** What a warm-up may take. */
export interface WarmupCircumstances {
  readonly now: () => number;
  /** Time for each arm that was asked for; null where the plan decides. */
  readonly askedMs: number | null;
  /** Time this epoch should take, and what is left of it. */
  readonly shareMs: number;
  readonly leftMs: number;
}

/** Warms every arm up. Resolves to their last batches by cell, null for an arm that failed. */
export async function warmUp(
  epoch: Pick<RunningEpoch, 'warmUp'>,
  cells: readonly CellRecorder[],
  { now, askedMs, shareMs, leftMs }: WarmupCircumstances,
): Promise<(number | null)[]> {
  const plan = new WarmupPlan(cells.length, warmupTime(askedMs, shareMs, leftMs));
  for (const [index, { hasFailed }] of cells.entries()) if (hasFailed) plan.ran(index, null, 0);
  for (let index = plan.next(); index !== null; index = plan.next()) {
    const fromMs = now();
    const wallMs = await epoch.warmUp(index);
    plan.ran(index, wallMs, now() - fromMs);
  }
  for (const [index, cell] of cells.entries()) if (!cell.hasFailed) cell.warmedUp(plan.warmupOf(index));
  return cells.map((cell, index) => (cell.hasFailed ? null : plan.lastWallMsOf(index)));
}
