// `customSmallerIsBetter` of github-action-benchmark: the time of head's batch for each cell. It takes null for 0 and refuses an
// empty list; so cells without numbers are left out, and where there is nothing the list is empty: a chart without a point is
// worth an error.

import type { Comparison } from '../../model/report/comparison.ts';
import { toJson } from '../json.ts';
import { changeWords } from '../page/comparison/comparison-basis.ts';
import { isBelievable } from '../page/comparison/comparison-words.ts';
import { namedCells, pathName } from './cell-names.ts';

/** Draws it. */
export function actionBenchmark(comparison: Comparison): string {
  const cells = isBelievable(comparison) ? comparison.cells : [];
  return toJson(
    namedCells(cells, pathName).map(([name, { headMs, verdict, change }]) => ({
      name,
      unit: 'ms',
      value: headMs,
      extra: `${verdict} against ${comparison.base.label}: ${changeWords(change)}`,
    })),
  );
}
