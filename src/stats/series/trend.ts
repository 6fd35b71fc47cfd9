// Does a series rise or fall? Mann–Kendall says whether (Mann, Econometrica 13, 1945; Kendall, "Rank Correlation
// Methods", 1975), Theil–Sen how steeply (Sen, JASA 63, 1968): both only compare pairs of values, so one outlier moves
// neither. Misleads when neighbours in time resemble each other, which makes it find trends too easily. O(n²).

import { normalCdf } from '../distributions/normal.ts';
import { median } from '../quantile.ts';

/** A trend over a series in the order of time. */
export interface Trend {
  /** Median rise from one value to the next, in the unit of the values. */
  readonly slope: number;
  /** Chance of so steady a rise or fall in a series without one, 0..1. */
  readonly probability: number;
}

/** Finds the trend of a series; flat and certain of nothing below three values. */
export function trendOf(series: readonly number[]): Trend {
  if (series.length < 3) return { slope: 0, probability: 1 };
  const slopes: number[] = [];
  let score = 0;
  series.forEach((later, j) => {
    for (let i = 0; i < j; i++) {
      const rise = later - (series[i] as number);
      score += Math.sign(rise);
      slopes.push(rise / (j - i));
    }
  });
  const sd = Math.sqrt(scoreVariance(series));
  const z = sd === 0 ? 0 : Math.max(0, Math.abs(score) - 1) / sd;
  return { slope: median(slopes), probability: Math.min(1, 2 * normalCdf(-z)) };
}

// Kendall's variance of the score, with his correction for ties.
function scoreVariance(series: readonly number[]): number {
  const term = (n: number): number => n * (n - 1) * (2 * n + 5);
  const groups = Map.groupBy(series, (value) => value);
  return [...groups.values()].reduce((sum, tied) => sum - term(tied.length), term(series.length)) / 18;
}
