// How the slow end compares: the ratio of two p95 or p99, with an interval. No formula is honest here, so epochs are
// drawn again with replacement, and rounds within each (two-stage bootstrap; Davison & Hinkley, "Bootstrap Methods",
// section 3.8), both arms of a round together. Reported, never deciding: a p99 needs hundreds of rounds to mean more
// than "the worst seen", and with fewer than five epochs the interval is too narrow.

import type { RatioInterval } from '../model/report/report.ts';
import { seededRandom } from '../model/seeded-random.ts';
import type { Pair } from './paired/paired-effect.ts';
import { quantileOfSorted } from './quantile.ts';

/** Which tails, how sure, and from which seed. */
export interface TailOptions {
  /** Quantiles to compare, each 0..1: 0.95 and 0.99, say. One drawing serves all of them. */
  readonly quantiles: readonly number[];
  /** Confidence of the interval, 0..1. */
  readonly confidence: number;
  readonly seed: number;
  /** Most resamples; fewer are drawn of large samples, at least 200. Default 1000. */
  readonly resampleCount?: number;
}

const MOST_DRAWS = 4_000_000;

/** The ratios of the quantiles, numerator over denominator, by percentiles of the bootstrap; RangeError on no pairs. */
export function tailRatios(pairs: readonly Pair[], options: TailOptions): RatioInterval[] {
  const { quantiles, confidence, seed, resampleCount = 1000 } = options;
  const numerators = new Ranked(pairs.map((pair) => pair.numeratorMs));
  const denominators = new Ranked(pairs.map((pair) => pair.denominatorMs));
  const ratios = quantiles.map((p) => numerators.plainQuantile(p) / denominators.plainQuantile(p));
  if (pairs.length < 2) return ratios.map((ratio) => ({ ratio, low: 0, high: Infinity }));
  const epochs = Map.groupBy(pairs.keys(), (index) => (pairs[index] as Pair).epoch);
  const drawing = new Drawing([...epochs.values()], pairs.length, seed);
  const resamples = Math.min(resampleCount, Math.max(200, Math.floor(MOST_DRAWS / pairs.length)));
  const drawn = quantiles.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    drawing.draw();
    quantiles.forEach((p, at) => {
      (drawn[at] as Float64Array)[resample] = numerators.quantileOf(drawing, p) / denominators.quantileOf(drawing, p);
    });
  }
  return ratios.map((ratio, at) => {
    const sorted = (drawn[at] as Float64Array).sort();
    const end = (share: number) => quantileOfSorted(sorted, share);
    return { ratio, low: end((1 - confidence) / 2), high: end((1 + confidence) / 2) };
  });
}

// One resample after another: how often each pair was drawn.
class Drawing {
  readonly weights: Uint32Array;
  /** Sum of the weights; epochs differ in size, so it does too. */
  total = 0;
  readonly #epochs: readonly Uint32Array[];
  readonly #random: () => number;

  constructor(epochs: readonly (readonly number[])[], pairCount: number, seed: number) {
    this.weights = new Uint32Array(pairCount);
    this.#epochs = epochs.map((rows) => Uint32Array.from(rows));
    this.#random = seededRandom(seed);
  }

  draw(): void {
    const { weights } = this;
    const random = this.#random;
    weights.fill(0);
    this.total = 0;
    for (let drawn = 0; drawn < this.#epochs.length; drawn++) {
      const rows = this.#epochs[Math.floor(random() * this.#epochs.length)] as Uint32Array;
      this.total += rows.length;
      for (let row = 0; row < rows.length; row++) {
        const index = rows[Math.floor(random() * rows.length)] as number;
        weights[index] = (weights[index] as number) + 1;
      }
    }
  }
}

// Values sorted once; a resample is then a count for each of them, and its quantile a pass from the nearer end.
class Ranked {
  readonly #order: Uint32Array;
  readonly #sorted: Float64Array;

  constructor(values: readonly number[]) {
    this.#order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
    this.#sorted = Float64Array.from(this.#order, (index) => values[index] as number);
  }

  plainQuantile(p: number): number {
    return quantileOfSorted(this.#sorted, p);
  }

  quantileOf(drawing: Drawing, p: number): number {
    const position = (drawing.total - 1) * p;
    const below = Math.floor(position);
    const above = Math.min(below + 1, drawing.total - 1);
    const [lower, upper] = p > 0.5 ? this.#fromTop(drawing, below, above) : this.#fromBottom(drawing, below, above);
    return lower + (upper - lower) * (position - below);
  }

  // The values at two neighbouring ranks of the resample.
  #fromTop({ weights, total }: Drawing, below: number, above: number): [number, number] {
    let at = weights.length;
    let left = total;
    while (left > above) left -= weights[this.#order[--at] as number] as number;
    const upper = this.#sorted[at] as number;
    while (left > below) left -= weights[this.#order[--at] as number] as number;
    return [this.#sorted[at] as number, upper];
  }

  #fromBottom({ weights }: Drawing, below: number, above: number): [number, number] {
    let at = -1;
    let passed = 0;
    while (passed <= below) passed += weights[this.#order[++at] as number] as number;
    const lower = this.#sorted[at] as number;
    while (passed <= above) passed += weights[this.#order[++at] as number] as number;
    return [lower, this.#sorted[at] as number];
  }
}
