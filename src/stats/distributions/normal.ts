// The standard normal distribution. CDF: series of Marsaglia, "Evaluating the normal distribution" (J. Stat. Soft.
// 11(4), 2004) near the centre, continued fraction for Mills' ratio (Abramowitz & Stegun 26.2.14) in the tails, so
// that small probabilities keep their relative accuracy. Quantile: A&S 26.2.23, polished by Newton steps.

/** Density at `z`. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Probability of a value at most `z`. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (Math.abs(z) > 3) return z < 0 ? upperTail(-z) : 1 - upperTail(z);
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

/** The z with probability `p` (0..1) below it; infinite at 0 and 1. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies in 0..1, got ${p}.`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = top / bottom - t;
  for (let step = 0; step < 4; step++) z -= (normalCdf(z) - tail) / normalDensity(z);
  return p < 0.5 ? z : -z;
}

function upperTail(z: number): number {
  if (z > 39) return 0;
  let fraction = z;
  for (let depth = 60; depth >= 1; depth--) fraction = z + depth / fraction;
  return normalDensity(z) / fraction;
}
