// Bins for guesses, about as wide to the eye wherever they lie: people guess 2, 5, 10, 20, and these open a bin each.

import type { RatioInterval } from '../../model/report/report.ts';
import type { GuessBin } from '../../model/teaching/guess-class.ts';

/** More lines than this are no picture. */
const MOST_BINS = 12;

/** Where bins begin within a factor of ten, the finest first. */
const STEPS = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1]] as const;

/** The guesses in bins, from the lowest value to the highest, what was measured among them. */
export function binsOf(guesses: readonly number[], measured: RatioInterval | null): GuessBin[] {
  const values = [...guesses, ...(measured === null ? [] : [measured.ratio])].filter((value) => value > 0);
  if (values.length === 0) return [];
  const candidates = STEPS.map((steps) => edgesAround(Math.min(...values), Math.max(...values), steps));
  const edges = candidates.find(({ length }) => length <= MOST_BINS + 1) ?? candidates.at(-1) ?? [];
  return edges.slice(1).map((toRatio, index) => {
    const fromRatio = edges[index] ?? 0;
    return {
      fromRatio,
      toRatio,
      guessCount: guesses.filter((guess) => guess >= fromRatio && guess < toRatio).length,
      isMeasured: measured !== null && measured.low < toRatio && measured.high >= fromRatio,
    };
  });
}

/** Edges from the last one that is not above the lowest value to the first one above the highest. */
function edgesAround(lowest: number, highest: number, steps: readonly number[]): number[] {
  const [first, last] = [Math.floor(Math.log10(lowest)) - 1, Math.floor(Math.log10(highest)) + 1];
  const decades = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  // Multiplied, 1.5 times a tenth would not be 0.15.
  const edges = decades.flatMap((decade) => steps.map((step) => Number(`${step}e${decade}`)));
  const from = edges.findLastIndex((edge) => edge <= lowest);
  return edges.slice(from, edges.findIndex((edge) => edge > highest) + 1);
}
