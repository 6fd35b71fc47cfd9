// Student's t: the spread of a mean when its standard error is itself estimated from few values (epochs, usually).
// CDF through the incomplete beta function (A&S 26.7.1); quantile by bisection on it. Misleads when the values are not
// roughly normal and few; epoch estimates are medians of many rounds, which is why they may be treated so.

import { incompleteBeta } from './incomplete-beta.ts';
import { normalCdf, normalQuantile } from './normal.ts';

const NEARLY_NORMAL_DF = 1e6;

/** Probability of a value at most `t` with `df` > 0 degrees of freedom. */
export function tCdf(t: number, df: number): number {
  if (Number.isNaN(t)) return Number.NaN;
  if (df > NEARLY_NORMAL_DF) return normalCdf(t);
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t with probability `p` (0..1) below it. */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom must be positive, got ${df}.`);
  if (df > NEARLY_NORMAL_DF || p === 0 || p === 1 || p === 0.5) return normalQuantile(p);
  if (p > 0.5) return -tQuantile(1 - p, df);
  let low = -1;
  while (tCdf(low, df) > p) low *= 2;
  let high = 0;
  for (let step = 0; step < 200 && high - low > 1e-14 * -low; step++) {
    const middle = (low + high) / 2;
    if (tCdf(middle, df) > p) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** Chance of a mean at least this many standard errors from 0, in either direction, when the truth is 0. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), df));
}
