// Samples of two arms, round by round. Only rounds in which both ran are pairs.

import type { Sample } from '../model/document.ts';
import type { Pair } from '../stats/paired-ratio.ts';
import type { Arm } from './arm.ts';

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
    numeratorMs: own.wallMs,
    denominatorMs: other.wallMs,
  }));
}
