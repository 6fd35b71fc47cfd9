// Comparisons as most tests want them: judged by a calm past of base.

import type { ResultDocument } from '../../model/document/document.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import { buildComparison } from '../comparison/build-comparison.ts';
import { type PastWords, pastRuns } from './past-runs.ts';

/** Holds head against base, with twenty past runs like base that hardly vary. */
export function comparedWithPast(
  base: ResultDocument,
  head: ResultDocument,
  { marginRatio = 0.03, ...past }: PastWords & { readonly marginRatio?: number } = {},
): Comparison {
  return buildComparison(base, head, { marginRatio, pastRuns: pastRuns(base, past) });
}
