// Why a cell of a gate has no verdict, in one sentence with its own figures.

import type { CellEvidence } from '../../stats/decisions/two-stage.ts';
import { tQuantile } from '../../stats/distributions/t-distribution.ts';

/** Needs a cell that was not decided; `marginRatio` as it was judged. */
export function whyInconclusive({ needs, summary, suspected }: CellEvidence, marginRatio: number): string {
  if (summary === null || needs !== null) return 'the gate ended before it was decided';
  // What the last stage showed: it may look the other way than what was suspected before.
  const direction = summary.centre < 0 ? 'faster' : 'slower';
  const size = Math.abs(summary.centre);
  const looks = suspected === null ? '' : `looks ${percent(rounded(Math.expm1(size)))} ${direction}, and `;
  const most = rounded(Math.expm1(size + tQuantile(0.95, summary.df) * summary.standardError));
  const margin = Number((marginRatio * 100).toPrecision(6));
  return most > margin
    ? `${looks}may be up to ${percent(most)} ${direction}, which is more than ${percent(margin)}`
    : `${looks}may be just over ${percent(margin)} ${direction}`;
}

/** In percent, as it is told. */
function rounded(ratio: number): number {
  return Number((ratio * 100).toFixed(1));
}

function percent(value: number): string {
  return `${value} %`;
}
