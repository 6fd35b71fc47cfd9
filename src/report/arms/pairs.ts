// Samples of two arms, round by round. Only rounds in which both ran are pairs.

import type { Sample } from '../../model/document/document.ts';
import type { Pair } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from './arm.ts';

/** A picosecond and some thirty years: no clock shows less or more, but a file edited by hand may, and then has no ratio. */
const LEAST_MS = 1e-9;
const MOST_MS = 1e12;

/** Samples of both arms for every round that both have. */
export function pairedSamples(first: Arm, second: Arm): (readonly [Sample, Sample])[] {
  const byRound = new Map(second.samples.map((sample) => [sample.round, sample]));
  return first.samples.flatMap((sample) => {
    const other = byRound.get(sample.round);
    return other === undefined ? [] : [[sample, other] as const];
  });
}

/** Makespans of both arms for the statistics; the ratio is numerator over denominator. */
export function makespanPairs(numerator: Arm, denominator: Arm): Pair[] {
  return pairedSamples(numerator, denominator).map(([own, other]) => ({
    epoch: own.epoch,
    round: own.round,
    numeratorMs: clockMs(own.wallMs),
    denominatorMs: clockMs(other.wallMs),
  }));
}

function clockMs(timeMs: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, timeMs));
}
