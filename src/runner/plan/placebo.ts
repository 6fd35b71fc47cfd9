// Whether a second copy of the reference is measured. The few rounds of a short epoch leave its interval so wide that it tells
// nothing, and its start, its warm-up and its batches would take a seventh of the time in which the others have theirs.

import type { Settings } from '../../model/document/document.ts';
import { isShortEpoch } from './calibration.ts';

/** True for a number of rounds that was asked for, and for a budget that leaves each epoch time for more than the least. */
export function hasPlacebo({
  budgetMs,
  scenarioIds,
  epochCount,
  roundCount,
}: Pick<Settings, 'budgetMs' | 'scenarioIds' | 'epochCount' | 'roundCount'>): boolean {
  return roundCount !== null || !isShortEpoch(budgetMs / Math.max(1, scenarioIds.length) / epochCount);
}
