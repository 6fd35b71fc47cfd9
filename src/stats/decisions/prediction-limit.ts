// When a new run is judged by past ones: the spread that counts is the one from run to run, which no run shows by itself.
// The log of a cell's median varies by 6 to 9 % between runs of the same code (pools 13 to 20 %), 1.5 to 3.4 times what
// its own rounds tell (measurement study, section 4). So past runs are the sample and the new one a draw from the same
// population: a one-sided prediction limit (Hahn & Meeker, "Statistical Intervals", 1991, section 4.7), which is wider
// than an interval for a mean by the spread of the one new value. Misleads when past runs are not of the same code: a real
// change among them widens it.

import type { RatioInterval } from '../../model/report/report.ts';
import { tQuantile } from '../distributions/t-distribution.ts';
import { mean, sampleVariance } from '../moments.ts';

/** Most recent past runs that count, and how many are needed for a verdict. */
export const WINDOW_RUN_COUNT = 20;
export const NEEDED_RUN_COUNT = 10;

/**
 * Chance, in either direction, that a run of the same code lies beyond the limit where runs vary normally. They have heavier
 * tails than that: at .01 three cells in a hundred were called changed, at .005 hardly two (study `stored-baseline`).
 */
const LIMIT_ALPHA = 0.005;
/** Chance of finding what is called detectable. */
const POWER_RATIO = 0.9;
/** Confidence of the interval whose ends are the two limits. */
export const STORED_LEVEL_RATIO = 1 - 2 * LIMIT_ALPHA;
/** Past runs that let nothing smaller than this be found say nothing by their silence. */
export const MOST_DETECTABLE_RATIO = 2;
/** A reference is divided by only where the spread falls to this part: of two spreads the smaller is so by chance, too. */
const STEADIER_RATIO = 0.8;
/** Past runs that agree this well, in log units, need nothing to divide by. */
const STEADY_SD = 0.01;

/** What head is held against: values in log units, the past ones of at most `WINDOW_RUN_COUNT` runs. */
export interface StoredEvidence {
  readonly past: readonly number[];
  /** A single run in base; null where base is the past runs themselves, by their mean. */
  readonly base: number | null;
  readonly head: number;
}

/** What past runs let be said. */
export interface StoredDecision {
  readonly verdict: 'regressed' | 'improved' | 'within margin' | 'inconclusive';
  /** head over base; its ends are the limits beyond which a change of 0 would lie, open with fewer than two past runs. */
  readonly change: RatioInterval;
  /** The slow-down that would be found 9 times in 10; null with too few past runs. */
  readonly detectableRatio: number | null;
}

/**
 * The word for a cell. 'within margin' says that no change was found where one of the detectable size, or beyond the
 * margin where that is larger, would have been 9 times in 10; `marginRatio` 0.03 says that 3 % do not matter.
 */
export function judgeStored({ past, base, head }: StoredEvidence, marginRatio: number): StoredDecision {
  const centre = base ?? (past.length === 0 ? Number.NaN : mean(past));
  const log = head - centre;
  const ratio = Math.exp(log);
  if (past.length < 2) {
    return { verdict: 'inconclusive', change: { ratio, low: 0, high: Infinity }, detectableRatio: null };
  }
  const sd = Math.sqrt(sampleVariance(past) * (1 + 1 / (base === null ? past.length : 1)));
  const limit = tQuantile(1 - LIMIT_ALPHA, past.length - 1) * sd;
  const change = { ratio, low: Math.exp(log - limit), high: Math.exp(log + limit) };
  if (past.length < NEEDED_RUN_COUNT) return { verdict: 'inconclusive', change, detectableRatio: null };
  const margin = Math.log1p(marginRatio);
  const least = Math.max(limit, margin);
  const detectableRatio = Math.exp(least + tQuantile(POWER_RATIO, past.length - 1) * sd);
  return { verdict: wordFor(log, least, detectableRatio), change, detectableRatio };
}

function wordFor(log: number, least: number, detectableRatio: number): StoredDecision['verdict'] {
  if (log > least) return 'regressed';
  if (log < -least) return 'improved';
  return detectableRatio <= MOST_DETECTABLE_RATIO ? 'within margin' : 'inconclusive';
}

/** True where past values divided by their references agree so much better that chance hardly explains it. */
export function isSteadierBy(past: readonly number[], divided: readonly number[]): boolean {
  if (past.length < NEEDED_RUN_COUNT || divided.length !== past.length) return false;
  const sd = Math.sqrt(sampleVariance(past));
  return sd > STEADY_SD && Math.sqrt(sampleVariance(divided)) < STEADIER_RATIO * sd;
}
