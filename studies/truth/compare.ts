// What the program said against what the plain script found before and after it: medians against medians, and whether
// the program's interval holds the script's factor. Only turns in which the script agrees with itself are evidence.

import type { RatioInterval } from '../../src/model/report.ts';
import { median } from '../../src/stats/quantile.ts';
import { type PlainBatches, type Turn, WAYS } from './contest.ts';

/** A median of ours that differs by more is called wrong; where the script itself does, the machine changed under way. */
export const TOLERANCE_RATIO = 0.1;

/** One strategy of one workload. Its medians are the middle of the steady turns; null where there are none. */
export interface Comparison {
  readonly workload: string;
  readonly strategyId: string;
  readonly isReference: boolean;
  readonly plainMs: number | null;
  readonly oursMs: number | null;
  /** Ours over the script's, turn by turn. */
  readonly medianRatio: number | null;
  /** One by one over this way; null for the reference itself. */
  readonly plainFactor: number | null;
  /** The middle of ours; null for the reference, and where none was given. */
  readonly ourFactor: RatioInterval | null;
  /** Turns in which the script's runs before and after agree on this way and on one by one. */
  readonly steadyCount: number;
  /** Steady turns in which ours was withheld. */
  readonly withheldCount: number;
  /** Steady turns whose interval holds the script's factor, or meets the range between its two. */
  readonly insideCount: number;
}

/** Compares all turns of one workload, strategy by strategy. */
export function compareTurns(workload: string, turns: readonly Turn[]): Comparison[] {
  return WAYS.map(({ way, strategy }, index) => {
    const isReference = index === 0;
    const steady = turns.map((turn) => compareTurn(turn, way, strategy.id)).filter(({ isSteady }) => isSteady);
    const factors = steady.map(({ factor }) => factor).filter((factor) => factor !== null);
    const sorted = factors.sort((one, other) => one.ratio - other.ratio);
    return {
      workload,
      strategyId: strategy.id,
      isReference,
      plainMs: middle(steady.map(({ plainMs }) => plainMs)),
      oursMs: middle(steady.flatMap(({ oursMs }) => oursMs ?? [])),
      medianRatio: middle(steady.flatMap(({ oursMs, plainMs }) => (oursMs === null ? [] : oursMs / plainMs))),
      plainFactor: isReference ? null : middle(steady.map(({ plainFactor }) => plainFactor)),
      ourFactor: isReference ? null : (sorted[Math.floor((sorted.length - 1) / 2)] ?? null),
      steadyCount: steady.length,
      withheldCount: steady.filter(({ oursMs }) => oursMs === null).length,
      insideCount: isReference ? 0 : steady.filter(({ isInside }) => isInside).length,
    };
  });
}

/** The shares that the study asks for, over all comparisons with a steady turn. */
export function sharesOf(comparisons: readonly Comparison[]) {
  const told = comparisons.filter(({ steadyCount }) => steadyCount > 0);
  const compared = told.filter(({ isReference }) => !isReference);
  const sum = (field: 'steadyCount' | 'insideCount' | 'withheldCount') =>
    compared.reduce((total, each) => total + each[field], 0);
  return {
    medianCount: told.length,
    nearCount: told.filter(({ medianRatio }) => medianRatio !== null && isNear(medianRatio)).length,
    factorCount: sum('steadyCount'),
    insideCount: sum('insideCount'),
    withheldCount: sum('withheldCount'),
    unsteadyCount: comparisons.length - told.length,
  };
}

function compareTurn({ before, rows, after }: Turn, way: string, strategyId: string) {
  const row = rows.find(({ key }) => key.strategyId === strategyId);
  const reference = WAYS[0]?.way ?? way;
  const plainMs = [before, after].map((batches) => median(timesOf(batches, way)));
  const referenceMs = [before, after].map((batches) => median(timesOf(batches, reference)));
  const plainFactors = [before, after].map((batches) => factorOf(batches, reference, way));
  const factor = row?.speedup ?? null;
  return {
    isSteady: agree(plainMs) && agree(referenceMs),
    plainMs: middleOfTwo(plainMs),
    oursMs: row?.medianMs ?? null,
    plainFactor: middleOfTwo(plainFactors),
    factor,
    isInside: factor !== null && factor.low <= Math.max(...plainFactors) && Math.min(...plainFactors) <= factor.high,
  };
}

/** One by one over this way, round by round, the middle of them. */
function factorOf(batches: PlainBatches, reference: string, way: string): number {
  const times = timesOf(batches, way);
  return median(timesOf(batches, reference).map((referenceMs, round) => referenceMs / (times[round] ?? Number.NaN)));
}

function timesOf(batches: PlainBatches, way: string): readonly number[] {
  const times = batches[way];
  if (times === undefined || times.length === 0) throw new Error(`the plain script timed no batch of '${way}'`);
  return times;
}

function agree([one = Number.NaN, other = Number.NaN]: readonly number[]): boolean {
  return isNear(one / other) && isNear(other / one);
}

function isNear(ratio: number): boolean {
  return Math.abs(ratio - 1) <= TOLERANCE_RATIO;
}

/** Of two values that agree, the one in the middle as a ratio goes. */
function middleOfTwo([one = Number.NaN, other = Number.NaN]: readonly number[]): number {
  return Math.sqrt(one * other);
}

function middle(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}
