// One word for a cell in two documents made at different times. Needs both an interval that excludes 1 and a change
// beyond the margin, because two runs of identical code on a shared machine differ by 6 to 20 %, and the interval of
// either run cannot see that. A margin below that figure misleads however narrow the interval.

import type { VersionVerdict } from '../../model/comparison.ts';
import type { RatioInterval } from '../../model/report.ts';

/** Judges head over base (above 1 is slower); `marginRatio` 0.25 asks for a change beyond 1.25 or below 1/1.25. */
export function judgeVersion(change: RatioInterval, marginRatio: number): VersionVerdict {
  const most = 1 + marginRatio;
  if (change.low > 1 && change.ratio > most) return 'regressed';
  if (change.high < 1 && change.ratio < 1 / most) return 'improved';
  return change.low >= 1 / most && change.high <= most ? 'within margin' : 'inconclusive';
}
