// What the program said against what the plain script found beside it: medians against medians, predictions against the
// program's own medians, floors against the script's fastest batch, and whether the program's interval holds the script's
// factor of the same run.

import type { RatioInterval, WorkShares } from '../../src/model/report/report.ts';
import { usesWorkers } from '../../src/model/shape.ts';
import { pairedRatio } from '../../src/stats/paired/paired-ratio.ts';
import { median } from '../../src/stats/quantile.ts';
import { type Turn, WAYS } from './contest.ts';
import type { PlainRound } from './plain-script.ts';

/** A median of ours that differs by more is called wrong. */
export const TOLERANCE_RATIO = 0.1;
/** A prediction that differs by more from what was measured is called wrong. */
export const PREDICTION_TOLERANCE_RATIO = 0.15;
/** A floor below this share of the fastest batch of anybody is called too low. */
export const LEAST_FLOOR_RATIO = 0.9;
const CONFIDENCE = 0.95;

/** One strategy of one workload. Its medians are the middle of all turns; null where none gave a number. */
export interface Comparison {
  readonly workload: string;
  readonly strategyId: string;
  readonly isReference: boolean;
  readonly plainMs: number;
  readonly oursMs: number | null;
  /** Ours over the script's, turn by turn. */
  readonly medianRatio: number | null;
  /** Whether this way has workers for work that computes where it is called. */
  readonly poolsComputing: boolean;
  /** Measured over predicted, less 1, turn by turn; null where nothing was predicted. */
  readonly predictionErrorRatio: number | null;
  /** The program's floor over the script's fastest batch, turn by turn. */
  readonly floorRatio: number | null;
  /** Turns in which the script was faster than the floor. */
  readonly beatenCount: number;
  /** One by one over this way, of the turn in the middle; null for the reference itself. */
  readonly plainFactor: RatioInterval | null;
  readonly ourFactor: RatioInterval | null;
  readonly turnCount: number;
  /** Turns in which ours was withheld. */
  readonly withheldCount: number;
  /** Turns whose interval holds the script's factor. */
  readonly insideCount: number;
  /** Turns whose factor and the script's differ by no more than both intervals together allow. */
  readonly agreeingCount: number;
}

/** Compares all turns of one workload, strategy by strategy. */
export function compareTurns(workload: string, turns: readonly Turn[]): Comparison[] {
  return WAYS.map(({ way, strategy }, index) => {
    const isReference = index === 0;
    const compared = turns.map((turn) => compareTurn(turn, way, strategy.id));
    return {
      workload,
      strategyId: strategy.id,
      isReference,
      plainMs: median(compared.map(({ plainMs }) => plainMs)),
      oursMs: middle(compared.flatMap(({ oursMs }) => oursMs ?? [])),
      medianRatio: middle(compared.flatMap(({ oursMs, plainMs }) => (oursMs === null ? [] : oursMs / plainMs))),
      poolsComputing: turns.every(({ work }) => computesHere(work)) && usesWorkers(strategy.shape),
      predictionErrorRatio: middle(compared.flatMap(({ predictionErrorRatio }) => predictionErrorRatio ?? [])),
      floorRatio: middle(compared.flatMap(({ floorRatio }) => floorRatio ?? [])),
      beatenCount: compared.filter(({ floorRatio }) => floorRatio !== null && floorRatio > 1).length,
      plainFactor: isReference ? null : typical(compared.map(({ plainFactor }) => plainFactor)),
      ourFactor: isReference ? null : typical(compared.flatMap(({ ourFactor }) => ourFactor ?? [])),
      turnCount: turns.length,
      withheldCount: compared.filter(({ oursMs }) => oursMs === null).length,
      insideCount: isReference ? 0 : compared.filter(({ isInside }) => isInside).length,
      agreeingCount: isReference ? 0 : compared.filter(({ agrees }) => agrees).length,
    };
  });
}

/** The shares that the study asks for, over all comparisons. */
export function sharesOf(comparisons: readonly Comparison[]) {
  const factors = comparisons.filter(({ isReference }) => !isReference);
  const sum = (field: 'turnCount' | 'insideCount' | 'agreeingCount' | 'withheldCount') =>
    factors.reduce((total, each) => total + each[field], 0);
  return {
    medianCount: comparisons.length,
    nearCount: comparisons.filter(({ medianRatio }) => medianRatio !== null && isNear(medianRatio)).length,
    ...{
      predicted: withinOf(comparisons),
      predictedPools: withinOf(comparisons.filter((each) => each.poolsComputing)),
    },
    floorCount: comparisons.filter(({ floorRatio }) => floorRatio !== null).length,
    closeFloorCount: comparisons.filter(({ floorRatio }) => floorRatio !== null && floorRatio >= LEAST_FLOOR_RATIO)
      .length,
    beatenFloorCount: comparisons.reduce((total, { beatenCount }) => total + beatenCount, 0),
    factorCount: sum('turnCount'),
    insideCount: sum('insideCount'),
    agreeingCount: sum('agreeingCount'),
    withheldCount: sum('withheldCount'),
    // A truth inside says little where the interval is wide.
    widthRatio: middle(factors.flatMap(({ ourFactor }) => (ourFactor === null ? [] : ourFactor.high / ourFactor.low))),
  };
}

/** Of the rows with a prediction: how many it was near to, and the error in the middle. */
function withinOf(comparisons: readonly Comparison[]) {
  const errors = comparisons.flatMap(({ predictionErrorRatio: ratio }) => (ratio === null ? [] : Math.abs(ratio)));
  return {
    count: errors.length,
    withinCount: errors.filter((ratio) => ratio <= PREDICTION_TOLERANCE_RATIO).length,
    medianErrorRatio: middle(errors),
  };
}

function computesHere(work: WorkShares | null): boolean {
  return work !== null && work.computingHereRatio > 0.5;
}

function compareTurn({ plain, rows }: Turn, way: string, strategyId: string) {
  const row = rows.find(({ key }) => key.strategyId === strategyId);
  const plainFactor = factorOf(plain, WAYS[0]?.way ?? way, way);
  const ourFactor = row?.speedup ?? null;
  return {
    plainMs: median(plain.map((round) => timeOf(round, way))),
    oursMs: row?.medianMs ?? null,
    predictionErrorRatio: row?.medianMs && row.predictedMs ? row.medianMs / row.predictedMs - 1 : null,
    floorRatio: row?.floorMs ? row.floorMs / Math.min(...plain.map((round) => timeOf(round, way))) : null,
    plainFactor,
    ourFactor,
    isInside: ourFactor !== null && ourFactor.low <= plainFactor.ratio && plainFactor.ratio <= ourFactor.high,
    agrees: ourFactor !== null && agree(ourFactor, plainFactor),
  };
}

/**
 * Whether two factors may be one. The script's is an estimate as well: where both are as uncertain, a right interval of 95 % holds
 * the other's estimate in 83 % of the cases only. The difference has the variances of both (in logarithms, where intervals
 * are about even), so that its half-width is the root of the sum of their squares.
 */
function agree(one: RatioInterval, other: RatioInterval): boolean {
  const [less, more] = one.ratio <= other.ratio ? [one, other] : [other, one];
  const halfWidth = Math.hypot(Math.log(less.high / less.ratio), Math.log(more.ratio / more.low));
  return Math.log(more.ratio / less.ratio) <= halfWidth;
}

/** One by one over this way, from rounds in which both ran in one process. */
function factorOf(plain: readonly PlainRound[], reference: string, way: string): RatioInterval {
  const pairs = plain.map((times, round) => {
    return { epoch: 0, round, numeratorMs: timeOf(times, reference), denominatorMs: timeOf(times, way) };
  });
  const { ratio, low, high } = pairedRatio(pairs, CONFIDENCE, { sharesProcess: true });
  return { ratio, low, high };
}

function timeOf(round: PlainRound, way: string): number {
  const ms = round[way];
  if (ms === undefined) throw new Error(`the plain script timed no batch of '${way}'`);
  return ms;
}

function isNear(ratio: number): boolean {
  return Math.abs(ratio - 1) <= TOLERANCE_RATIO;
}

/** The one in the middle, with its interval. */
function typical(factors: readonly RatioInterval[]): RatioInterval | null {
  const sorted = [...factors].sort((one, other) => one.ratio - other.ratio);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function middle(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}
