// From which batch on a start-up is earned back: each batch saves what the reference takes longer.

import type { Figures } from '../../model/report/figures.ts';
import type { Decision } from './family.ts';

/** A program that runs for a year does not run this many batches. */
const MOST_BATCHES = 1e9;

/** The first batch after which the row has cost less in all than the reference; null unless it is decidedly faster. */
export function breakEvenBatchCount(
  own: Figures,
  referenceMs: number | null,
  decision: Decision | null,
): number | null {
  if (decision?.verdict !== 'faster' || own.medianMs === null || referenceMs === null) return null;
  if (own.startupMs === null) return null;
  const savedMs = referenceMs - own.medianMs;
  const batchCount = Math.max(1, Math.ceil(own.startupMs / savedMs));
  return savedMs > 0 && batchCount <= MOST_BATCHES ? batchCount : null;
}
