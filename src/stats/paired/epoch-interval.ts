// The interval that counts processes, not rounds. Two processes of the same code may differ for as long as they live, and
// no number of rounds shows it; so the epoch is the unit, and Student's t over epoch estimates the rule.
// Below five epochs t has too few degrees of freedom to say anything; the missing part is borrowed from what an epoch's
// estimate varies by elsewhere, as a scaled inverse chi-squared prior (Smyth, Stat. Appl. Genet. Mol. Biol. 3(1), 2004,
// formula 4). One epoch thus gives an honest interval instead of none. Misleads when this machine's processes differ
// by much more.

import { tQuantile, tTwoSided } from '../distributions/t-distribution.ts';
import { mean, squaredDeviations } from '../moments.ts';

/**
 * Standard deviation, in log units, by which two processes of the same code differ where rounds hardly vary. Arms of the
 * suite's own scenarios differ by less than the noise of their rounds can show, below 0.01 (study `offsets`).
 */
export const PROCESS_OFFSET_SD = 0.02;

/**
 * What is noisy from round to round also differs more between processes: by this part of the spread of rounds. Twins that
 * take a millisecond, with rounds that vary by 0.2, were seen to differ by 0.05 to 0.1.
 */
export const PROCESS_OFFSET_PER_NOISE = 0.3;

/** Degrees of freedom that this knowledge is worth. */
export const PROCESS_OFFSET_DF = 6;

/** Epochs that need no knowledge from elsewhere; each one less borrows a quarter of it. */
const TELLING_EPOCHS = 5;

/** A variance, in squared units, and how well it is known. */
export interface KnownVariance {
  readonly variance: number;
  readonly df: number;
}

/** The mean of epoch estimates and how sure it is. */
export interface EpochMean {
  /** Mean over epochs, in the unit of the estimates. */
  readonly centre: number;
  /** Standard error of the centre, in the same unit. */
  readonly standardError: number;
  /** Degrees of freedom of the standard error, borrowed ones included. */
  readonly df: number;
}

/** The variance of a sum of independent parts; its degrees of freedom after Satterthwaite (Biometrics 2, 1946). */
export function sumOfVariances(parts: readonly KnownVariance[]): KnownVariance {
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const doubt = parts.reduce((sum, part) => sum + (part.variance === 0 ? 0 : part.variance ** 2 / part.df), 0);
  return { variance, df: doubt === 0 ? Math.max(...parts.map(({ df }) => df)) : variance ** 2 / doubt };
}

/**
 * Summarises one estimate for each epoch; `expected` tells what one epoch's estimate varies by elsewhere. That is
 * forgotten as epochs come, which gives intervals their nominal coverage, unless it is to be kept.
 */
export function epochMean(
  estimates: readonly number[],
  expected: () => KnownVariance,
  keepsExpected = false,
): EpochMean {
  const ownDf = estimates.length - 1;
  const borrowedShare = keepsExpected ? 1 : Math.max(0, 1 - ownDf / (TELLING_EPOCHS - 1));
  const known = borrowedShare === 0 ? { variance: 0, df: 0 } : expected();
  const borrowedDf = borrowedShare * known.df;
  const df = ownDf + borrowedDf;
  const variance = (squaredDeviations(estimates) + borrowedDf * known.variance) / df;
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
