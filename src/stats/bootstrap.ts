// How the slow end compares: the ratio of two p95 or p99, with an interval. No formula is honest here, so epochs are
// drawn again with replacement, and rounds within each (two-stage bootstrap; Davison & Hinkley, "Bootstrap Methods",
// section 3.8), both arms of a round together. Reported, never deciding: a p99 needs hundreds of rounds to mean more
// than "the worst seen", and with fewer than five epochs the interval is too narrow.

import type { RatioInterval } from '../model/report.ts';
import { seededRandom } from '../model/seeded-random.ts';
import type { Pair } from './paired/paired-effect.ts';
import { quantile, quantileOfSorted } from './quantile.ts';

/** Which tail, how sure, and from which seed. */
export interface TailOptions {
  /** 0.95 or 0.99, say. */
  readonly p: number;
  /** Confidence of the interval, 0..1. */
  readonly confidence: number;
  readonly seed: number;
  /** Most resamples; fewer are drawn of large samples, at least 200. Default 1000. */
  readonly resampleCount?: number;
}

const MOST_DRAWS = 4_000_000;

/** The ratio of the p-quantiles, numerator over denominator, by percentiles of the bootstrap; RangeError on no pairs. */
export function tailRatio(pairs: readonly Pair[], options: TailOptions): RatioInterval {
  const { p, confidence, seed, resampleCount = 1000 } = options;
  const numerators = new Ranked(pairs.map((pair) => pair.numeratorMs));
  const denominators = new Ranked(pairs.map((pair) => pair.denominatorMs));
  const ratio = numerators.plainQuantile(p) / denominators.plainQuantile(p);
  if (pairs.length < 2) return { ratio, low: 0, high: Infinity };
  const epochs = [...Map.groupBy(pairs.keys(), (index) => (pairs[index] as Pair).epoch).values()];
  const random = seededRandom(seed);
  const resamples = Math.min(resampleCount, Math.max(200, Math.floor(MOST_DRAWS / pairs.length)));
  const weights = new Uint32Array(pairs.length);
  const ratios = Array.from({ length: resamples }, () => {
    drawWeights(epochs, weights, random);
    return numerators.weightedQuantile(weights, p) / denominators.weightedQuantile(weights, p);
  });
  return { ratio, low: quantile(ratios, (1 - confidence) / 2), high: quantile(ratios, (1 + confidence) / 2) };
}

function drawWeights(epochs: readonly (readonly number[])[], weights: Uint32Array, random: () => number): void {
  weights.fill(0);
  for (let draw = 0; draw < epochs.length; draw++) {
    const rows = epochs[Math.floor(random() * epochs.length)] as readonly number[];
    for (let row = 0; row < rows.length; row++) {
      const index = rows[Math.floor(random() * rows.length)] as number;
      weights[index] = (weights[index] as number) + 1;
    }
  }
}

// Values sorted once; a resample is then a count for each of them, and its quantile one pass.
class Ranked {
  readonly #values: readonly number[];
  readonly #order: readonly number[];

  constructor(values: readonly number[]) {
    this.#values = values;
    this.#order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  }

  plainQuantile(p: number): number {
    return quantileOfSorted(
      Float64Array.from(this.#order, (index) => this.#values[index] as number),
      p,
    );
  }

  weightedQuantile(weights: Uint32Array, p: number): number {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const position = (total - 1) * p;
    const below = Math.floor(position);
    let passed = 0;
    let lower: number | null = null;
    for (const index of this.#order) {
      passed += weights[index] as number;
      const value = this.#values[index] as number;
      if (lower === null && passed > below) lower = value;
      if (lower !== null && passed > Math.min(below + 1, total - 1)) {
        return lower + (value - lower) * (position - below);
      }
    }
    return lower ?? Number.NaN;
  }
}
