// Bencher Metric Format v0: the time of head's batch for each cell, in nanoseconds, which is what Bencher's own measure `latency`
// is in. No bounds: the interval that is known is that of the change, not of the time.

import type { Comparison } from '../../model/report/comparison.ts';
import { toJson } from '../json.ts';
import { isBelievable } from '../page/comparison/comparison-words.ts';
import { namedCells, pathName } from './cell-names.ts';

const MOST_NAME_LENGTH = 1_024;
const NANOSECONDS_PER_MS = 1e6;

/** Draws it; cells without numbers are left out, and all are where nothing is to be believed. */
export function bencherMetrics(comparison: Comparison): string {
  const cells = isBelievable(comparison) ? comparison.cells : [];
  const metrics = namedCells(cells, pathName, MOST_NAME_LENGTH).map(([name, { headMs }]) => [
    name,
    { latency: { value: Math.round(headMs * NANOSECONDS_PER_MS) } },
  ]);
  return toJson(Object.fromEntries(metrics));
}
