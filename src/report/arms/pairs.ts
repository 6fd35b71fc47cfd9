// Samples of two arms, round by round. Only rounds in which both ran are pairs. Rows, tails, winner and audits ask for
// the same pairs; each list is made once.

import type { Sample } from '../../model/document.ts';
import type { Pair } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from './arm.ts';

/** A picosecond and some thirty years: no clock shows less or more, but a file edited by hand may, and then has no ratio. */
const LEAST_MS = 1e-9;
const MOST_MS = 1e12;

const byRoundOf = new WeakMap<Arm, ReadonlyMap<number, Sample>>();
const makespansOf = new WeakMap<Arm, WeakMap<Arm, readonly Pair[]>>();

/** Samples of both arms for every round that both have. */
export function pairedSamples(first: Arm, second: Arm): (readonly [Sample, Sample])[] {
  const byRound = byRoundOf.get(second) ?? new Map(second.samples.map((sample) => [sample.round, sample]));
  byRoundOf.set(second, byRound);
  const pairs: (readonly [Sample, Sample])[] = [];
  for (const sample of first.samples) {
    const other = byRound.get(sample.round);
    if (other !== undefined) pairs.push([sample, other]);
  }
  return pairs;
}

/** Makespans of both arms for the statistics; the ratio is numerator over denominator. */
export function makespanPairs(numerator: Arm, denominator: Arm): readonly Pair[] {
  const ofNumerator = makespansOf.get(numerator) ?? new WeakMap<Arm, readonly Pair[]>();
  makespansOf.set(numerator, ofNumerator);
  const before = ofNumerator.get(denominator);
  if (before !== undefined) return before;
  const pairs = pairedSamples(numerator, denominator).map(([own, other]) => ({
    epoch: own.epoch,
    round: own.round,
    numeratorMs: clockMs(own.wallMs),
    denominatorMs: clockMs(other.wallMs),
  }));
  ofNumerator.set(denominator, pairs);
  return pairs;
}

function clockMs(timeMs: number): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, timeMs));
}
