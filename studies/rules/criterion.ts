// criterion's rule: a bootstrap t-test at 0.05, and the bootstrap interval of the relative change of means wholly beyond
// ±1 %, on blocks of a hundred. It resamples single samples as if they were independent. Fewer resamples than the
// original's 100,000, which only makes the answer a little rougher.

import { mean, sampleVariance } from '../../src/stats/moments.ts';
import { quantile } from '../../src/stats/quantile.ts';
import { callOf, type Rule } from './rule.ts';

const COUNT = 100;
const RESAMPLE_COUNT = 300;
const NOISE_RATIO = 0.01;

export const criterion: Rule = {
  id: 'bootstrap ±1 %, n=100',
  standsFor: 'criterion, blocked',
  needs: { blockedCount: COUNT, roundCount: 0 },
  decide({ blocked }, random) {
    const a = blocked.a.slice(0, COUNT);
    const b = blocked.b.slice(0, COUNT);
    const changes = times(() => mean(resampled(b, random)) / mean(resampled(a, random)) - 1);
    const low = quantile(changes, 0.025);
    const high = quantile(changes, 0.975);
    const beyond = low > NOISE_RATIO || high < -NOISE_RATIO;
    return callOf(mean(b) / mean(a), beyond && mixedProbability(a, b, random) < 0.05, COUNT);
  },
};

// Both arms thrown into one urn: how often does a t this large come out of it?
function mixedProbability(a: readonly number[], b: readonly number[], random: () => number): number {
  const urn = [...a, ...b];
  const seen = Math.abs(tOf(a, b));
  const as = times(() => Math.abs(tOf(resampled(urn, random, a.length), resampled(urn, random, b.length))));
  return as.filter((t) => t >= seen).length / as.length;
}

function tOf(a: readonly number[], b: readonly number[]): number {
  return (mean(b) - mean(a)) / Math.sqrt(sampleVariance(a) / a.length + sampleVariance(b) / b.length);
}

function resampled(values: readonly number[], random: () => number, count = values.length): number[] {
  return Array.from({ length: count }, () => values[Math.floor(random() * values.length)] as number);
}

function times(draw: () => number): number[] {
  return Array.from({ length: RESAMPLE_COUNT }, draw);
}
