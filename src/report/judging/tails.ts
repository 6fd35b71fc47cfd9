// How the slow end of an arm compares with the reference's. Reported beside the median and never deciding: a tail is
// made of few rounds, so below five rounds beyond the quantile nothing is said at all.

import type { RatioInterval, Row, Warning } from '../../model/report/report.ts';
import { tailRatios } from '../../stats/bootstrap.ts';
import { EQUIVALENCE_RATIO } from '../../stats/decisions/verdict.ts';
import type { Arm } from '../arms/arm.ts';
import { makespanPairs } from '../arms/pairs.ts';
import { times } from '../why/words.ts';

/** Fewest rounds beyond a quantile that make it more than "the worst seen": 100 rounds for p95, 500 for p99. */
const FEWEST_BEYOND = 5;
/** Enough for an interval that is read and not decided by; half of it where rounds are many and the estimate is sharp. */
const RESAMPLE_COUNT = 200;
const MANY_ROUNDS = 5_000;

/** The slow ends of one arm, reference over arm. */
export type Tails = Pick<Row, 'p95Speedup' | 'p99Speedup'>;

/** What a row without a comparison shows. */
export const NO_TAILS: Tails = { p95Speedup: null, p99Speedup: null };

/** Ratios of the tails with 95 % intervals; null each where there are too few rounds. */
export function tailsOf(arm: Arm, reference: Arm, seed: number): Tails {
  const pairs = makespanPairs(reference, arm);
  const resampleCount = pairs.length > MANY_ROUNDS ? RESAMPLE_COUNT / 2 : RESAMPLE_COUNT;
  const quantiles = [0.95, 0.99].filter((p) => pairs.length * (1 - p) >= FEWEST_BEYOND - 1e-9);
  if (quantiles.length === 0) return NO_TAILS;
  const [p95Speedup = null, p99Speedup = null] = tailRatios(pairs, {
    quantiles,
    confidence: 0.95,
    seed,
    resampleCount,
  });
  return { p95Speedup, p99Speedup };
}

/** One warning where the typical batch is as fast as the reference's and the slow ones are not, or the other way round. */
export function tailWarnings(speedup: RatioInterval | null, tails: Tails): Warning[] {
  if (speedup === null || !isAlike(speedup.ratio)) return [];
  const named = [
    ['p95', tails.p95Speedup],
    ['p99', tails.p99Speedup],
  ] as const;
  const [name, tail] = named.find(([, ratio]) => ratio !== null && isApart(ratio)) ?? [];
  if (name === undefined || !tail) return [];
  const way = tail.ratio > 1 ? `${times(tail.ratio)} as fast` : `${times(1 / tail.ratio)} as slow`;
  const message = `its median is that of the reference within 5 %, but its ${name} is ${way}.`;
  const remedy = 'Where the slowest batches matter, compare those; more --epochs make tails surer.';
  return [{ code: 'tails-differ', message, remedy }];
}

function isAlike(ratio: number): boolean {
  return Math.abs(Math.log(ratio)) <= Math.log1p(EQUIVALENCE_RATIO);
}

function isApart({ low, high }: RatioInterval): boolean {
  return low > 1 + EQUIVALENCE_RATIO || high < 1 / (1 + EQUIVALENCE_RATIO);
}
