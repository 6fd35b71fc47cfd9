// In which order a comparison tells its cells: the worst news first, good news right after it.

import type { UnmatchedNews, VersionVerdict } from '../model/report/comparison.ts';

const VERDICTS: readonly VersionVerdict[] = ['regressed', 'improved', 'inconclusive', 'within margin'];
const NEWS: readonly UnmatchedNews[] = ['broken', 'outputs changed', 'removed', 'added', 'not comparable'];

/** Cells by verdict; within each as they came. */
export function byVerdict<T extends { readonly verdict: VersionVerdict }>(cells: readonly T[]): T[] {
  return cells.toSorted((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
}

/** Cells without a verdict by gravity; within each as they came. */
export function byNews<T extends { readonly news: UnmatchedNews }>(cells: readonly T[]): T[] {
  return cells.toSorted((one, other) => NEWS.indexOf(one.news) - NEWS.indexOf(other.news));
}
