// Whether a second copy of the reference is measured. Two or three rounds leave its interval so wide that it tells nothing, and
// its start, its warm-up and its batches would take a seventh of the time in which the others have theirs.

import type { Settings } from '../../model/document/document.ts';
import { isShortEpoch } from './calibration.ts';

/** True for a number of rounds that was asked for, and for a budget that leaves each scenario more than one short epoch. */
export function hasPlacebo({
  budgetMs,
  scenarioIds,
  roundCount,
}: Pick<Settings, 'budgetMs' | 'scenarioIds' | 'roundCount'>): boolean {
  return roundCount !== null || !isShortEpoch(budgetMs / Math.max(1, scenarioIds.length));
}
