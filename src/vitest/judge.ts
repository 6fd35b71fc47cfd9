// What the rounds of a group decide. All pairs that can be asked for share one promise, 99 % together, since nobody says
// beforehand which will be asked; each interval keeps its share of it for any margin. A run is cut into stretches, and these
// must agree: an engine that compiles one function half-way makes hundreds of pairs say the same, and none of the others.
// Where the same code is called different from itself by the same rule, nothing is decided.

import type { RatioInterval } from '../model/report/report.ts';
import { DECISION_ALPHA } from '../stats/decisions/verdict.ts';
import type { KnownVariance } from '../stats/paired/epoch-interval.ts';
import { logRatiosOf, type Pair, pairedEffect } from '../stats/paired/paired-effect.ts';
import { ratioOfEffect } from '../stats/paired/paired-ratio.ts';
import { roundNoise } from '../stats/paired/round-noise.ts';
import type { GroupRounds } from './measuring/group-rounds.ts';

/**
 * Differences up to this share are not decided, unless another margin is asked for: so much may come from where in memory the
 * code of one process came to lie.
 */
export const MARGIN_RATIO = 0.01;

/** Stretches of a run; what changed within it shows between them. */
const STRETCHES = 10;

/** Fewer rounds may all have met the same accident. */
export const LEAST_ROUNDS = 5;

/** What is decided of one function against another of its group. */
export interface Judgement {
  readonly word: 'faster' | 'slower' | 'undecided';
  /** Time of the other over that of the own, at the confidence that decides: above 1 the own is faster. */
  readonly interval: RatioInterval;
  /** Confidence of the interval, 0..1. */
  readonly confidence: number;
  /** Time of the first samples over that of the second ones, of the own and of the other; 99 % together. */
  readonly placebos: { readonly own: RatioInterval; readonly other: RatioInterval };
  /** Whether one of these was called different. */
  readonly placeboDiffers: boolean;
}

/** Judges the function at `own` against that at `other`; `marginRatio` 0.05 asks for more than 5 %. */
export function judge(group: GroupRounds, own: number, other: number, marginRatio: number): Judgement {
  const functionCount = group.names.length;
  const pairCount = (functionCount * (functionCount - 1)) / 2;
  const confidence = 1 - DECISION_ALPHA / pairCount;
  const takeOf = (index: number, take: number) => index + take * functionCount;
  const placeboOf = (index: number) => pairsOf(group, [[takeOf(index, 0), takeOf(index, 1)]]);
  const ownPlacebo = placeboOf(own);
  const otherPlacebo = placeboOf(other);
  const interval = intervalOf(
    pairsOf(group, [
      [takeOf(other, 0), takeOf(own, 0)],
      [takeOf(other, 1), takeOf(own, 1)],
    ]),
    confidence,
    roundNoise([ownPlacebo, otherPlacebo].map(logRatiosOf)),
  );
  const placebos = {
    own: intervalOf(ownPlacebo, 1 - DECISION_ALPHA / 2, null),
    other: intervalOf(otherPlacebo, 1 - DECISION_ALPHA / 2, null),
  };
  const placeboDiffers = Object.values(placebos).some((one) => wordFor(one, marginRatio) !== 'undecided');
  const isDecidable = !placeboDiffers && group.rounds.length >= LEAST_ROUNDS;
  const word = isDecidable ? wordFor(interval, marginRatio) : 'undecided';
  return { word, interval, confidence, placebos, placeboDiffers };
}

function wordFor({ low, high }: RatioInterval, marginRatio: number): Judgement['word'] {
  if (low > 1 + marginRatio) return 'faster';
  return high < 1 / (1 + marginRatio) ? 'slower' : 'undecided';
}

function intervalOf(pairs: readonly Pair[], confidence: number, elsewhere: KnownVariance | null): RatioInterval {
  // A stretch is no process of its own: nothing is known of what stretches differ by elsewhere.
  const { ratio, low, high } = ratioOfEffect(pairedEffect(pairs, { sharesProcess: true, elsewhere }), confidence);
  return { ratio, low, high };
}

/** Pairs of samples of each round; of each, the place of the numerator and that of the denominator. */
function pairsOf({ rounds }: GroupRounds, places: readonly (readonly [number, number])[]): Pair[] {
  return rounds.flatMap((round, index) =>
    places.map(([numerator, denominator]) => ({
      epoch: Math.floor((index * STRETCHES) / rounds.length),
      round: index,
      numeratorMs: round[numerator] as number,
      denominatorMs: round[denominator] as number,
    })),
  );
}
