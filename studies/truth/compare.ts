// What the program said against what the plain script found: medians against medians, and for each turn whether the
// script's factor lies inside the program's interval.

import type { RatioInterval } from '../../src/model/report.ts';
import { median } from '../../src/stats/quantile.ts';
import { type Turn, WAYS } from './contest.ts';

/** A median of ours that differs by more is called wrong. */
export const MEDIAN_TOLERANCE_RATIO = 0.1;

/** One strategy of one workload. */
export interface Comparison {
  readonly workload: string;
  readonly strategyId: string;
  /** Medians over the turns; null where no turn of ours gave a number. */
  readonly plainMs: number;
  readonly oursMs: number | null;
  /** Ours over the script's, turn by turn, the middle of them. */
  readonly medianRatio: number | null;
  readonly isMedianNear: boolean;
  /** One by one over this way, the middle of all turns; null for the reference itself. */
  readonly plainFactor: number | null;
  /** Ours, one a turn; null where withheld. */
  readonly factors: readonly (RatioInterval | null)[];
  /** Turns whose interval holds the script's factor. */
  readonly insideCount: number;
}

/** Compares all turns of one workload, strategy by strategy. */
export function compareTurns(workload: string, turns: readonly Turn[]): Comparison[] {
  return WAYS.map(({ way, strategy }, index) => {
    const plainMs = turns.map(({ plain }) => median(timesOf(plain, way)));
    const rows = turns.map((turn) => turn.rows.find(({ key }) => key.strategyId === strategy.id));
    const oursMs = rows.map((row) => row?.medianMs ?? null);
    const ratios = oursMs.flatMap((ms, turn) => (ms === null ? [] : [ms / (plainMs[turn] ?? Number.NaN)]));
    const medianRatio = middle(ratios);
    const isReference = index === 0;
    const plainFactor = isReference ? null : median(turns.map(({ plain }) => factorOf(plain, way)));
    const factors = isReference ? [] : rows.map((row) => row?.speedup ?? null);
    return {
      workload,
      strategyId: strategy.id,
      plainMs: median(plainMs),
      oursMs: middle(oursMs.filter((ms) => ms !== null)),
      medianRatio,
      isMedianNear: medianRatio !== null && Math.abs(medianRatio - 1) <= MEDIAN_TOLERANCE_RATIO,
      plainFactor,
      factors,
      insideCount: factors.filter((factor) => factor !== null && holds(factor, plainFactor ?? Number.NaN)).length,
    };
  });
}

/** The shares that the study asks for, over all comparisons. */
export function sharesOf(comparisons: readonly Comparison[]) {
  const factors = comparisons.flatMap((comparison) => comparison.factors);
  const sum = (of: (comparison: Comparison) => number) => comparisons.reduce((total, each) => total + of(each), 0);
  return {
    medianCount: comparisons.length,
    nearCount: sum(({ isMedianNear }) => Number(isMedianNear)),
    factorCount: factors.length,
    insideCount: sum(({ insideCount }) => insideCount),
    withheldCount: factors.filter((factor) => factor === null).length,
  };
}

/** The factor with the interval of the turn in the middle; null where every turn's was withheld. */
export function typicalFactor({ factors }: Pick<Comparison, 'factors'>): RatioInterval | null {
  const known = factors.filter((factor) => factor !== null).sort((one, other) => one.ratio - other.ratio);
  return known[Math.floor((known.length - 1) / 2)] ?? null;
}

function holds({ low, high }: RatioInterval, factor: number): boolean {
  return low <= factor && factor <= high;
}

/** One by one over this way, round by round, the middle of them. */
function factorOf(plain: Turn['plain'], way: string): number {
  const times = timesOf(plain, way);
  return median(
    timesOf(plain, WAYS[0]?.way ?? '').map((referenceMs, round) => referenceMs / (times[round] ?? Number.NaN)),
  );
}

function timesOf(plain: Turn['plain'], way: string): readonly number[] {
  const times = plain[way];
  if (times === undefined || times.length === 0) throw new Error(`the plain script timed no batch of '${way}'`);
  return times;
}

function middle(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}
