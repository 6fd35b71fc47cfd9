// What pairs of processes of the same code differ by, how much of it more rounds or a longer warm-up could take away, and
// what a pair costs. With a budget of seconds what counts is variance times cost: half of it does with half the time.

import { pairEffect } from '../../../src/stats/decisions/two-stage.ts';
import { mean, sampleVariance } from '../../../src/stats/moments.ts';
import { median } from '../../../src/stats/quantile.ts';
import type { DrawnPair } from '../drawn/draw.ts';
import type { BankCell, BankPair } from './bank.ts';

/** What another number of rounds would give. */
export interface OtherRounds {
  /** Standard deviation between pairs, in log units. */
  readonly sd: number;
  /** Time for the same certainty, over the time that it takes now. */
  readonly timeRatio: number;
}

/** All of one cell's pairs. Log units and seconds. */
export interface PairNoise {
  readonly name: string;
  readonly pairCount: number;
  readonly batchMs: number;
  readonly roundCount: number;
  /** Mean of head over base as they were called, which the order of starting or of turns would move. */
  readonly centre: number;
  readonly centreError: number;
  readonly sd: number;
  /** Spread by the middle half of the pairs, as the standard deviation that a normal of that spread has. */
  readonly middleSd: number;
  /** What the noise of rounds alone would come to; null where most pairs have one round. */
  readonly roundsSd: number | null;
  /** Standard deviation with the first half of the rounds, and with the second; null where most pairs have one round. */
  readonly firstHalfSd: number | null;
  readonly secondHalfSd: number | null;
  /** First round's time over that of the later ones, minus 1: what is still cold. */
  readonly stillFallingRatio: number | null;
  readonly half: OtherRounds | null;
  readonly double: OtherRounds | null;
  readonly startSeconds: number;
  readonly warmSeconds: number;
  readonly roundsSeconds: number;
  readonly foreignCores: number | null;
}

/** What each pair told. */
export function effectsOf({ pairs }: Pick<BankCell, 'pairs'>): DrawnPair[] {
  return pairs.map(({ baseMs, headMs }) => pairEffect({ stage: 'screen', baseMs, headMs }));
}

function logRatiosOf(cell: Pick<BankCell, 'pairs'>): number[] {
  return effectsOf(cell).map(({ logRatio }) => logRatio);
}

/** Summarises a cell of at least two pairs. */
export function noiseOf(cell: BankCell): PairNoise {
  const { name, pairs } = cell;
  const effects = logRatiosOf(cell);
  const variance = sampleVariance(effects);
  const [startSeconds, warmSeconds, roundsSeconds] = (['startMs', 'warmMs', 'roundsMs'] as const).map(
    (part) => median(pairs.map(({ cost }) => cost[part])) / 1_000,
  ) as [number, number, number];
  const costs = { fixed: startSeconds + warmSeconds, rounds: roundsSeconds };
  const halved = pairs.filter(({ baseMs }) => baseMs.length >= 2);
  const first = halved.map((pair) => effectOf(pair, (round, count) => round < Math.floor(count / 2)));
  const second = halved.map((pair) => effectOf(pair, (round, count) => round >= Math.ceil(count / 2)));
  // What a few pairs with more rounds than the others show is not what the others are like.
  const isTelling = halved.length >= Math.max(2, pairs.length / 2);
  const halvedVariance = isTelling ? sampleVariance(logRatiosOf({ pairs: halved })) : null;
  const roundsVariance = halvedVariance === null ? null : varianceOfRounds(halved, halvedVariance);
  const foreign = pairs.flatMap(({ foreignCores }) => foreignCores ?? []);
  return {
    name,
    pairCount: pairs.length,
    batchMs: median(pairs.flatMap(({ baseMs, headMs }) => [...baseMs, ...headMs])),
    roundCount: median(pairs.map(({ baseMs }) => baseMs.length)),
    centre: mean(effects),
    centreError: Math.sqrt(variance / pairs.length),
    sd: Math.sqrt(variance),
    middleSd: middleSpread(effects),
    roundsSd: roundsVariance === null ? null : Math.sqrt(roundsVariance),
    firstHalfSd: isTelling ? Math.sqrt(sampleVariance(first)) : null,
    secondHalfSd: isTelling ? Math.sqrt(sampleVariance(second)) : null,
    stillFallingRatio: isTelling ? median(halved.flatMap(fallOf)) - 1 : null,
    half: halvedVariance === null ? null : otherRounds(halvedVariance, sampleVariance(first), 0.5, costs),
    // The part that processes differ by stays; that of the rounds halves.
    double:
      halvedVariance === null || roundsVariance === null
        ? null
        : otherRounds(halvedVariance, halvedVariance - roundsVariance / 2, 2, costs),
    ...{ startSeconds, warmSeconds, roundsSeconds },
    foreignCores: foreign.length === 0 ? null : mean(foreign),
  };
}

/**
 * Even and odd rounds of a pair share its processes: what they differ by is the rounds' alone, and a quarter of its variance
 * is what is left of it in the estimate from all of them. No more than the whole.
 */
function varianceOfRounds(pairs: readonly BankPair[], whole: number): number {
  const differences = pairs.map(
    (pair) => effectOf(pair, (round) => round % 2 === 0) - effectOf(pair, (round) => round % 2 === 1),
  );
  return Math.min(whole, sampleVariance(differences) / 4);
}

function otherRounds(
  variance: number,
  otherVariance: number,
  factor: number,
  { fixed, rounds }: { readonly fixed: number; readonly rounds: number },
): OtherRounds {
  const timeRatio = (otherVariance * (fixed + rounds * factor)) / (variance * (fixed + rounds));
  return { sd: Math.sqrt(otherVariance), timeRatio };
}

function effectOf({ baseMs, headMs }: BankPair, isMeant: (round: number, count: number) => boolean): number {
  const kept = (times: readonly number[]) => times.filter((_, round) => isMeant(round, times.length));
  return pairEffect({ stage: 'screen', baseMs: kept(baseMs), headMs: kept(headMs) }).logRatio;
}

function fallOf({ baseMs, headMs }: BankPair): number[] {
  return [baseMs, headMs].map(([first, ...later]) => (first as number) / median(later));
}

/** Half of a normal lies within 0.6745 standard deviations. */
function middleSpread(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre))) / 0.6745;
}
