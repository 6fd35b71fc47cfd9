// The rule on noise that is made, where the truth is known and there are as many comparisons as one likes: calm pairs, wide
// ones, and ones of which some are far off, alone or for a while.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { compareDrawn, MOST_PAIRS, verdictsOf } from './drawn/draw.ts';

/** A way in which pairs of the same code differ. */
interface Noise {
  readonly name: string;
  /** Log-ratios of the pairs of one comparison, in the order of time. */
  draw(random: () => number): number[];
}

/** What the rule made of it, 0..1. */
export interface TailRates {
  readonly name: string;
  /** Called slower, and called changed either way, though nothing changed. */
  readonly slowerRatio: number;
  readonly alarmedRatio: number;
  /** Found, for each slow-down. */
  readonly foundRatios: readonly number[];
  readonly withinRatio: number;
  readonly meanPairCount: number;
}

const NOISES: readonly Noise[] = [
  ...[0.015, 0.027, 0.04, 0.08].map((sd) => independent(`normal, sd ${sd}`, (random) => sd * normal(random))),
  independent('Student, 3 df, scale 0.015', (random) => 0.015 * student(random)),
  independent('Student, 3 df, scale 0.027', (random) => 0.027 * student(random)),
  independent('sd 0.015, one in ten 0.1', (random) => (random() < 0.1 ? 0.1 : 0.015) * normal(random)),
  independent('sd 0.015, one in twenty +0.2', (random) => 0.015 * normal(random) + (random() < 0.05 ? 0.2 : 0)),
  { name: 'sd 0.015, a bad while of 0.1', draw: badWhile },
];

/** `trialCount` comparisons for each noise and each slow-down (and none). */
export function tailRates(
  slowedRatios: readonly number[],
  trialCount: number,
  marginRatio: number,
  seed: number,
): TailRates[] {
  return NOISES.map(({ name, draw }) => {
    const random = seededRandom(seed);
    const trials = (slowedRatio: number) =>
      Array.from({ length: trialCount }, () => {
        // Rounds are taken for quiet: all that is noisy here is the pair.
        const shifted = draw(random).map((logRatio) => ({
          logRatio: logRatio + Math.log1p(slowedRatio),
          noiseVariance: 0,
        }));
        const drawn = compareDrawn(shifted, marginRatio);
        return { drawn, verdict: verdictsOf([drawn], marginRatio)[0] };
      });
    const clean = trials(0);
    const share = (told: typeof clean, isMeant: (verdict: (typeof clean)[number]['verdict']) => boolean) =>
      told.filter(({ verdict }) => isMeant(verdict)).length / trialCount;
    return {
      name,
      slowerRatio: share(clean, (verdict) => verdict === 'regressed'),
      alarmedRatio: share(clean, (verdict) => verdict === 'regressed' || verdict === 'improved'),
      foundRatios: slowedRatios.map((ratio) => share(trials(ratio), (verdict) => verdict === 'regressed')),
      withinRatio: share(clean, (verdict) => verdict === 'within margin'),
      meanPairCount: clean.reduce((sum, { drawn }) => sum + drawn.pairCount, 0) / trialCount,
    };
  });
}

function independent(name: string, one: (random: () => number) => number): Noise {
  return { name, draw: (random) => Array.from({ length: MOST_PAIRS }, () => one(random)) };
}

/** From somewhere on, six pairs in a row are disturbed. */
function badWhile(random: () => number): number[] {
  const from = Math.floor(random() * MOST_PAIRS);
  return Array.from({ length: MOST_PAIRS }, (_, pair) => {
    const isBad = pair >= from && pair < from + 6;
    return (isBad ? 0.1 : 0.015) * normal(random);
  });
}

/** Box–Muller; 1 - random() is never 0. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function student(random: () => number): number {
  const squares = normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2;
  return normal(random) / Math.sqrt(squares / 3);
}
