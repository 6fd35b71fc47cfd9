// Two ways to run under one name? A median between two humps describes neither. Bins the log times, looks for a valley
// with a higher hump on either side, and asks whether so empty a valley could be chance: were the density flat or
// single-humped, valley and lower hump would share their values at least evenly (binomial test, corrected for the
// number of bins tried). A flag for the eye, not a verdict: humps closer than a few bins pass unseen.

import { normalCdf } from '../distributions/normal.ts';
import { quantileOfSorted } from '../quantile.ts';

/** Whether the values form more than one hump. */
export interface Modality {
  readonly multimodal: boolean;
  /** Value at the bottom of the deepest valley, in the unit of the values; null when there is one hump. */
  readonly valleyAt: number | null;
  /** Share of the values on the smaller side of the valley, 0..1; 0 when there is one hump. */
  readonly minorShareRatio: number;
}

const FEWEST_VALUES = 30;
const SMALLEST_SHARE = 0.05;
const ONE_HUMP: Modality = { multimodal: false, valleyAt: null, minorShareRatio: 0 };

/** Looks for humps in values above 0; never flags fewer than 30 values. */
export function modality(values: readonly number[]): Modality {
  if (values.length < FEWEST_VALUES) return ONE_HUMP;
  const sorted = Float64Array.from(values, Math.log).sort();
  const from = quantileOfSorted(sorted, 0.01);
  const width = (quantileOfSorted(sorted, 0.99) - from) / binCountFor(values.length);
  if (!(width > 0)) return ONE_HUMP;
  const bins = countBins(sorted, from, width);
  let best = { evidence: Infinity, bin: -1 };
  bins.forEach((valley, bin) => {
    const hump = Math.min(Math.max(0, ...bins.slice(0, bin)), Math.max(0, ...bins.slice(bin + 1)));
    const evidence = chanceOfValley(valley, hump);
    if (evidence < best.evidence) best = { evidence, bin };
  });
  if (best.evidence * bins.length ** 2 > 0.01) return ONE_HUMP;
  const valleyLog = from + (best.bin + 0.5) * width;
  const below = sorted.findIndex((value) => value > valleyLog) / sorted.length;
  const minorShareRatio = Math.min(below, 1 - below);
  if (minorShareRatio < SMALLEST_SHARE) return ONE_HUMP;
  return { multimodal: true, valleyAt: Math.exp(valleyLog), minorShareRatio };
}

function binCountFor(count: number): number {
  return Math.min(40, Math.max(6, Math.round(2 * Math.cbrt(count))));
}

function countBins(sorted: Float64Array, from: number, width: number): number[] {
  const bins: number[] = [];
  for (const value of sorted) {
    const bin = Math.floor((value - from) / width);
    if (bin >= 0) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return Array.from({ length: Math.min(bins.length, binCountFor(sorted.length)) }, (_, bin) => bins[bin] ?? 0);
}

// P(X <= valley) for X binomial (valley + hump, 1/2), normal approximation with continuity correction.
function chanceOfValley(valley: number, hump: number): number {
  const total = valley + hump;
  if (total === 0 || valley >= hump) return 1;
  return normalCdf((valley + 0.5 - total / 2) / (Math.sqrt(total) / 2));
}
