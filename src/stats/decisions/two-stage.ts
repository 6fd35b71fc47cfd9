// When two versions are measured in turn, pair of fresh processes by pair: which cells need another pair, and what may be
// said of them. Two processes of the same code differ for as long as they live (by 1 to 4 %), so the pair is the unit, and
// Student's t over pairs the test. Eight pairs screen every cell at one-sided .10, five where the matter is clear by then;
// only what looks changed gets fifteen fresh ones, and only a change seen in both stages counts, at .02 over all such cells
// by Holm. So of
// identical code one cell in 500 is called regressed at most, and 5 % are found 9 times in 10, for the price of a few pairs
// on top of eight (study `gate`). Misleads where a pair is no fair coin: what one version does to the other's process.

import type { GatePair, GateStage } from '../../model/document/gate-document.ts';
import type { RatioInterval } from '../../model/report/report.ts';
import { tCdf, tQuantile } from '../distributions/t-distribution.ts';
import { mean, sampleVariance } from '../moments.ts';
import { type EpochMean, epochMean, type KnownVariance } from '../paired/epoch-interval.ts';
import { pseudomedian } from '../ranks/walsh.ts';

/** Pairs of the first stage, and of the second. */
export const SCREEN_PAIR_COUNT = 8;
export const CONFIRM_PAIR_COUNT = 15;

/** Chance of going on, for identical code, in either direction. */
const SCREEN_ALPHA = 0.1;
/** Chance of calling it changed after that, for all cells together. */
const CONFIRM_ALPHA = 0.02;
/** A change of which this little doubt is left is named, or confirmed, before all pairs are there. */
const EARLY_ALPHA = 0.001;
const FEWEST_TO_NAME = 1;
/** The same where a pair has too few rounds to tell how noisy it is. */
const FEWEST_TO_NAME_UNTOLD = 4;
const FEWEST_TELLING_ROUNDS = 3;
/** A cell that is within the margin with so little doubt needs no more screening. */
const FEWEST_TO_CLEAR = 5;
const CLEAR_ALPHA = 0.02;
const WITHIN_ALPHA = 0.05;
const FEWEST_TO_CONFIRM = 5;

/** What pairs of processes differ by, besides their rounds, where only a few are there to tell (study `gate`). */
const PAIR_VARIANCE: KnownVariance = { variance: 0.03 ** 2, df: 6 };

/** What a pair of processes told, in log units: above 0, head is slower. */
export interface PairEffect {
  readonly stage: GateStage;
  readonly logRatio: number;
  /** How far its rounds alone may have moved it, as a variance; null where they are too few to tell. */
  readonly noiseVariance: number | null;
}

export type Direction = 'slower' | 'faster';

/** What is known of a cell, and how. */
export interface CellEvidence {
  /** The stage that more pairs are needed of; null where none could change anything. */
  readonly needs: GateStage | null;
  /** What it was taken for in the screening; null for nothing. */
  readonly suspected: Direction | null;
  /** True where the evidence was overwhelming after a few pairs. */
  readonly named: boolean;
  /** The last stage that has pairs: what it alone showed, so that nothing is believed for having looked odd before. */
  readonly stage: GateStage;
  readonly summary: EpochMean | null;
  readonly pairCount: number;
}

/** The effect of a pair from its rounds: the pseudomedian of ln(head / base). Throws RangeError without rounds. */
export function pairEffect({ stage, baseMs, headMs }: Pick<GatePair, 'stage' | 'baseMs' | 'headMs'>): PairEffect {
  const logRatios = headMs.map((ms, round) => Math.log(ms / (baseMs[round] as number)));
  const noiseVariance = logRatios.length < FEWEST_TELLING_ROUNDS ? null : sampleVariance(logRatios) / logRatios.length;
  return { stage, logRatio: pseudomedian(logRatios), noiseVariance };
}

/**
 * What the pairs of one cell tell so far; `marginRatio` 0.03 says that changes up to 3 % do not matter, `confirmsUnclear` that
 * a cell of which nothing is suspected gets fresh pairs, too, while it may have changed by more.
 */
export function evidenceOf(pairs: readonly PairEffect[], marginRatio: number, confirmsUnclear = false): CellEvidence {
  const screened = pairs.filter(({ stage }) => stage === 'screen');
  const confirmed = pairs.filter(({ stage }) => stage === 'confirm');
  const screening = summaryOf(screened);
  const named =
    screening !== null && screened.length >= fewestToName(screened) && isBeyond(screening, marginRatio, EARLY_ALPHA);
  const suspected = screening === null ? null : suspicion(screening, named);
  const isClear = screening !== null && isWithin(screening, marginRatio, WITHIN_ALPHA);
  const isScreened = named || screened.length >= SCREEN_PAIR_COUNT || isClearEarly(screened, screening, marginRatio);
  const last = { suspected: isScreened ? suspected : null, named };
  if (confirmed.length === 0) {
    const isLookedAt = !isClear && (suspected !== null || confirmsUnclear);
    const needs = isScreened ? (isLookedAt ? 'confirm' : null) : 'screen';
    return { ...last, needs, stage: 'screen', summary: screening, pairCount: screened.length };
  }
  const summary = summaryOf(confirmed) as EpochMean;
  const isEarly = confirmed.length >= FEWEST_TO_CONFIRM && isBeyond(summary, marginRatio, EARLY_ALPHA);
  const needs = isEarly || confirmed.length >= CONFIRM_PAIR_COUNT ? null : 'confirm';
  return { ...last, needs, stage: 'confirm', summary, pairCount: confirmed.length };
}

/** What may be said of a cell. */
export interface CellDecision {
  readonly verdict: 'regressed' | 'improved' | 'within margin' | 'inconclusive';
  /** head over base at `levelRatio`; open where no pair was measured. */
  readonly change: RatioInterval;
  readonly levelRatio: number;
}

const LEVEL_RATIO = 0.95;

/** One decision for each cell, in their order: those suspected of a change share one chance of error. */
export function decideCells(cells: readonly CellEvidence[], marginRatio: number): CellDecision[] {
  const suspects = cells.filter(isConfirmed).sort((one, other) => chance(one) - chance(other));
  const certain = new Set<CellEvidence>();
  for (const [rank, cell] of suspects.entries()) {
    if (chance(cell) > CONFIRM_ALPHA / (suspects.length - rank)) break;
    certain.add(cell);
  }
  return cells.map((cell) => ({
    verdict: verdictOf(cell, certain.has(cell), marginRatio),
    change: intervalOf(cell.summary),
    levelRatio: LEVEL_RATIO,
  }));
}

/**
 * The slow-down (head over base) that a cell of this noise would be called regressed for 9 times in 10: it must be
 * suspected first and confirmed then. Null with fewer than two pairs.
 */
export function detectableRatio({ summary, pairCount }: CellEvidence, marginRatio: number): number | null {
  if (summary === null || pairCount < 2) return null;
  const sd = summary.standardError * Math.sqrt(pairCount);
  const needed = (alpha: number, count: number) =>
    (tQuantile(1 - alpha, count - 1) + tQuantile(0.95, count - 1)) * (sd / Math.sqrt(count));
  const stages = [needed(SCREEN_ALPHA, SCREEN_PAIR_COUNT), needed(CONFIRM_ALPHA, CONFIRM_PAIR_COUNT)];
  // The estimate itself must lie beyond the margin, too.
  const beyond =
    Math.log1p(marginRatio) + tQuantile(0.95, CONFIRM_PAIR_COUNT - 1) * (sd / Math.sqrt(CONFIRM_PAIR_COUNT));
  return Math.exp(Math.max(...stages, beyond));
}

function fewestToName(pairs: readonly PairEffect[]): number {
  return pairs.some(({ noiseVariance }) => noiseVariance === null) ? FEWEST_TO_NAME_UNTOLD : FEWEST_TO_NAME;
}

function summaryOf(pairs: readonly PairEffect[]): EpochMean | null {
  if (pairs.length === 0) return null;
  return epochMean(
    pairs.map(({ logRatio }) => logRatio),
    () => ({
      variance: PAIR_VARIANCE.variance + mean(pairs.map(({ noiseVariance }) => noiseVariance ?? 0)),
      df: PAIR_VARIANCE.df,
    }),
  );
}

function suspicion(summary: EpochMean, named: boolean): Direction | null {
  const direction = summary.centre > 0 ? 'slower' : 'faster';
  return named || tailOf(summary, direction) < SCREEN_ALPHA ? direction : null;
}

/** Chance of evidence so strong in this direction, were there no change. */
function tailOf({ centre, standardError, df }: EpochMean, direction: Direction): number {
  const signed = direction === 'slower' ? centre : -centre;
  if (standardError === 0) return signed > 0 ? 0 : 1;
  return tCdf(-signed / standardError, df);
}

/** True where hardly a doubt is left that the change exceeds the margin. */
function isBeyond({ centre, standardError, df }: EpochMean, marginRatio: number, alpha: number): boolean {
  return Math.abs(centre) - tQuantile(1 - alpha, df) * standardError > Math.log1p(marginRatio);
}

/** True where both one-sided tests at `alpha` rule out a change beyond the margin (Schuirmann, J. Pharmacokinet. 15, 1987). */
function isWithin({ centre, standardError, df }: EpochMean, marginRatio: number, alpha: number): boolean {
  return Math.abs(centre) + tQuantile(1 - alpha, df) * standardError < Math.log1p(marginRatio);
}

function isClearEarly(screened: readonly PairEffect[], screening: EpochMean | null, marginRatio: number): boolean {
  return screened.length >= FEWEST_TO_CLEAR && screening !== null && isWithin(screening, marginRatio, CLEAR_ALPHA);
}

function isConfirmed({ stage, needs, suspected }: CellEvidence): boolean {
  return stage === 'confirm' && needs === null && suspected !== null;
}

function chance({ summary, suspected }: CellEvidence): number {
  return summary === null || suspected === null ? 1 : tailOf(summary, suspected);
}

function verdictOf(cell: CellEvidence, isCertain: boolean, marginRatio: number): CellDecision['verdict'] {
  const { summary, needs, suspected } = cell;
  if (summary === null || needs !== null) return 'inconclusive';
  if (isCertain && Math.abs(summary.centre) > Math.log1p(marginRatio)) {
    return suspected === 'slower' ? 'regressed' : 'improved';
  }
  return isWithin(summary, marginRatio, WITHIN_ALPHA) ? 'within margin' : 'inconclusive';
}

function intervalOf(summary: EpochMean | null): RatioInterval {
  if (summary === null) return { ratio: Number.NaN, low: 0, high: Number.POSITIVE_INFINITY };
  const half = tQuantile((1 + LEVEL_RATIO) / 2, summary.df) * summary.standardError;
  return {
    ratio: Math.exp(summary.centre),
    low: Math.exp(summary.centre - half),
    high: Math.exp(summary.centre + half),
  };
}
