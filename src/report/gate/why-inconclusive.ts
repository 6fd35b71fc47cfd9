// Why a cell of a gate has no verdict, in one sentence with its own figures.

import type { CellEvidence } from '../../stats/decisions/two-stage.ts';
import { tQuantile } from '../../stats/distributions/t-distribution.ts';

/** Needs a cell that was not decided; `marginRatio` as it was judged. */
export function whyInconclusive({ needs, summary, suspected }: CellEvidence, marginRatio: number): string {
  if (summary === null || needs !== null) return 'the gate ended before it was decided';
  const reach = tQuantile(0.95, summary.df) * summary.standardError;
  const [slower, faster] = [summary.centre + reach, reach - summary.centre].map((log) => Math.expm1(log));
  const margin = percent(marginRatio);
  const looks = suspected === null ? '' : `looks ${percent(Math.abs(Math.expm1(summary.centre)))} ${suspected}, and `;
  if ((slower ?? 0) > marginRatio && (slower ?? 0) >= (faster ?? 0)) {
    return `${looks}may be up to ${percent(slower ?? 0)} slower, which is more than ${margin}`;
  }
  return `${looks}may be up to ${percent(faster ?? 0)} faster, which is more than ${margin}`;
}

function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1).replace(/\.0$/, '')} %`;
}
