// The interval that counts processes, not rounds. Two processes of the same code differ by 1 to 4 % for as long as
// they live, and no number of rounds shows it; so the epoch is the unit, and Student's t over epoch estimates the rule.
// Below five epochs t has too few degrees of freedom to say anything; the missing ones are borrowed from that measured
// offset, as a scaled inverse chi-squared prior (Smyth, Stat. Appl. Genet. Mol. Biol. 3(1), 2004, formula 4). One
// epoch thus gives an honest interval instead of none. Misleads when this machine's processes differ by much more.

import { tQuantile, tTwoSided } from '../distributions/t-distribution.ts';
import { mean, squaredDeviations } from '../moments.ts';

/**
 * Standard deviation, in log units, by which two processes of the same code differ. Measured on four workloads as
 * 0.013, 0.016, 0.027 and 0.041; with four degrees of freedom this value covers their spread.
 */
export const PROCESS_OFFSET_SD = 0.025;

/** Degrees of freedom that the measured offset is worth. */
export const PRIOR_DF = 4;

/** The mean of epoch estimates and how sure it is. */
export interface EpochMean {
  /** Mean over epochs, in the unit of the estimates. */
  readonly centre: number;
  /** Standard error of the centre, in the same unit. */
  readonly standardError: number;
  /** Degrees of freedom of the standard error, borrowed ones included. */
  readonly df: number;
}

/**
 * Summarises one estimate for each epoch; `expectedVariance` tells what one epoch's estimate varies by elsewhere, and
 * `leastBorrowedDf` how much of that knowledge to keep when the epochs could do without: by default nothing.
 */
export function epochMean(
  estimates: readonly number[],
  expectedVariance: () => number,
  leastBorrowedDf = 0,
): EpochMean {
  const ownDf = estimates.length - 1;
  const borrowedDf = Math.max(leastBorrowedDf, PRIOR_DF - ownDf);
  const df = ownDf + borrowedDf;
  const borrowed = borrowedDf === 0 ? 0 : borrowedDf * expectedVariance();
  const variance = (squaredDeviations(estimates) + borrowed) / df;
  return { centre: mean(estimates), standardError: Math.sqrt(variance / estimates.length), df };
}

/** The interval at `confidence` (0..1) around the centre, in its unit. */
export function epochInterval(summary: EpochMean, confidence: number): { low: number; high: number } {
  const halfWidth = summary.standardError * tQuantile((1 + confidence) / 2, summary.df);
  return { low: summary.centre - halfWidth, high: summary.centre + halfWidth };
}

/** Chance of a centre this far from 0, either way, were the truth 0. */
export function epochProbability(summary: EpochMean): number {
  if (summary.standardError === 0) return summary.centre === 0 ? 1 : 0;
  return tTwoSided(summary.centre / summary.standardError, summary.df);
}
