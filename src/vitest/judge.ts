// What the rounds of a group decide. All pairs that can be asked for share one promise, 99 % together, since nobody says
// beforehand which will be asked; each interval keeps its share of it for any margin. The placebo is the first function once
// more: where it is called different by the same rule, this run cannot tell the same code from itself and decides nothing.

import type { RatioInterval } from '../model/report.ts';
import { DECISION_ALPHA } from '../stats/decisions/verdict.ts';
import { logRatiosOf, type Pair, pairedEffect } from '../stats/paired/paired-effect.ts';
import { ratioOfEffect } from '../stats/paired/paired-ratio.ts';
import { roundNoise } from '../stats/paired/round-noise.ts';
import type { GroupRounds } from './group-rounds.ts';

/**
 * Differences up to this share are not decided, unless another margin is asked for: so much may come from where in memory the
 * code of one process came to lie.
 */
export const MARGIN_RATIO = 0.01;

/** What is decided of one function against another of its group. */
export interface Judgement {
  readonly word: 'faster' | 'slower' | 'undecided';
  /** Time of the other over that of the own, at the confidence that decides: above 1 the own is faster. */
  readonly interval: RatioInterval;
  /** Confidence of the interval, 0..1. */
  readonly confidence: number;
  /** The same code against itself, and whether it was called different. */
  readonly placebo: RatioInterval;
  readonly placeboDiffers: boolean;
}

/** Judges the function at `own` against that at `other`; `marginRatio` 0.05 asks for more than 5 %. */
export function judge(group: GroupRounds, own: number, other: number, marginRatio: number): Judgement {
  const functionCount = group.names.length;
  const pairCount = (functionCount * (functionCount - 1)) / 2;
  const confidence = 1 - DECISION_ALPHA / pairCount;
  const placeboPairs = pairsOf(group, 0, functionCount);
  const elsewhere = roundNoise([logRatiosOf(placeboPairs)]);
  const interval = intervalOf(pairsOf(group, other, own), confidence, elsewhere);
  const placebo = intervalOf(placeboPairs, 1 - DECISION_ALPHA, null);
  const placeboDiffers = wordFor(placebo, marginRatio) !== 'undecided';
  const word = placeboDiffers ? 'undecided' : wordFor(interval, marginRatio);
  return { word, interval, confidence, placebo, placeboDiffers };
}

function wordFor({ low, high }: RatioInterval, marginRatio: number): Judgement['word'] {
  if (low > 1 + marginRatio) return 'faster';
  return high < 1 / (1 + marginRatio) ? 'slower' : 'undecided';
}

function intervalOf(
  pairs: readonly Pair[],
  confidence: number,
  elsewhere: ReturnType<typeof roundNoise>,
): RatioInterval {
  // One process: no process can favour one of the two, nor is anything known of others.
  const { ratio, low, high } = ratioOfEffect(pairedEffect(pairs, { sharesProcess: true, elsewhere }), confidence);
  return { ratio, low, high };
}

function pairsOf({ rounds }: GroupRounds, numerator: number, denominator: number): Pair[] {
  return rounds.map((round, index) => ({
    epoch: 0,
    round: index,
    numeratorMs: round[numerator] as number,
    denominatorMs: round[denominator] as number,
  }));
}
