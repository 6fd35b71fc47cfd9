// Every scenario gets its first epoch, whatever the budget. One that cannot hold these is said to be too small before the
// measuring, not found out after it.

import type { ResultDocument } from '../../../model/document/document.ts';
import type { ScenarioSummary } from '../../../model/scenario.ts';
import type { RunRequest } from '../../../runner/plan/run-settings.ts';
import { hasPlacebo, planArms } from '../../runner.ts';

/** An arm's least: its process starts, and a few batches of the usual length. From `overlap run --budget 1s` on two cores. */
const LEAST_ARM_MS = 400;
/** A run that takes longer than its budget by no more than this keeps it: the last round and the last epoch end. */
const KEPT_RATIO = 1.25;

type Planned = Pick<RunRequest, 'strategies' | 'settings'> & {
  readonly scenarios: readonly Pick<ScenarioSummary, 'id' | 'kind' | 'concurrency'>[];
};

/** What to say of a budget that these scenarios will exceed; null for one that will do. */
export function budgetWarning(budgetMs: number, { scenarios, strategies, settings }: Planned): string | null {
  const armCount = scenarios.reduce(
    (sum, each) => sum + planArms(each, strategies, settings, hasPlacebo(settings)).arms.length,
    0,
  );
  const leastMs = armCount * LEAST_ARM_MS;
  if (budgetMs >= leastMs) return null;
  const all = scenarios.length === 1 ? 'this scenario' : `these ${scenarios.length} scenarios`;
  return `--budget: ${all} will take about ${Math.ceil(leastMs / 1000)} s instead of ${budgetMs / 1000} s, since each is measured at least a little.
Name fewer scenarios, or fewer strategies with --strategy, to stay within it.`;
}

/** What to say after a run that took longer than it was to take; null for one that kept its budget, or had none to keep. */
export function overrunWarning({
  settings,
  measuredMs,
}: Pick<ResultDocument, 'settings' | 'measuredMs'>): string | null {
  const { budgetMs, roundCount } = settings;
  if (roundCount !== null || measuredMs <= KEPT_RATIO * budgetMs) return null;
  return `This took ${(measuredMs / 1000).toFixed(1)} s instead of ${budgetMs / 1000} s: the least that is measured of each arm (a batch to warm up, three rounds) takes that long.`;
}
