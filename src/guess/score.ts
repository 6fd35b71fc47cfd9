// Holds a guess against what was measured: right inside the interval, widened by what two copies of the same code differed by;
// near within a factor of 1.5. What the machine could not show scores nobody, and says why.

import type { RatioInterval, Row, ScenarioReport } from '../model/report/report.ts';
import type { Score, ScoredArm } from '../model/teaching/guess.ts';

/** A guess that is off by no more is near. */
const NEAR_FACTOR = 1.5;

/** Both sides of what would be near: an interval as wide as that holds nearly every guess. */
const USELESS_FACTOR = NEAR_FACTOR ** 2;

/** What two copies of the same code differed by, as a share: 0 where a run has no second copy, Infinity where nothing bounds it. */
export function noiseOf({ noiseFloorRatio, rows }: ScenarioReport): number {
  const isOpen = noiseFloorRatio === null && rows.some(({ placebo, speedup }) => placebo && speedup !== null);
  return isOpen ? Infinity : (noiseFloorRatio ?? 0);
}

/** The interval with that band around it: what a repetition could have shown as well. */
export function widened({ ratio, low, high }: RatioInterval, noiseRatio: number): RatioInterval {
  return { ratio, low: low / (1 + noiseRatio), high: high * (1 + noiseRatio) };
}

/** What a guess comes to beside this interval. */
export function scoreOf(guessRatio: number, measured: RatioInterval, noiseRatio: number): Score {
  const { low, high } = widened(measured, noiseRatio);
  if (guessRatio >= low && guessRatio <= high) return 1;
  const off = Math.max(guessRatio / measured.ratio, measured.ratio / guessRatio);
  return off <= NEAR_FACTOR ? 0.5 : 0;
}

/** Why no guess at this row can be scored; null where it can. */
export function whyUnscored(row: Row, scenario: ScenarioReport): string | null {
  const { reference, rows } = scenario;
  if (row.reason !== null) return row.reason;
  const base = rows.find(({ placebo, name }) => !placebo && name === reference?.name);
  if (base === undefined || base.medianMs === null) return 'the reference has no numbers';
  if (row.speedup === null) return 'it never ran in the same round as the reference';
  const { low, high } = widened(row.speedup, noiseOf(scenario));
  if (high / low <= USELESS_FACTOR) return null;
  return `this run cannot tell guesses apart: its interval, noise included, is wider than a factor of ${USELESS_FACTOR}; more rounds may`;
}

/** A row beside its guess; null for a row that nobody guessed at. */
export function scoredArm(row: Row, guessRatio: number | null, scenario: ScenarioReport): ScoredArm {
  const reason = whyUnscored(row, scenario);
  const measured = row.reason === null ? row.speedup : null;
  const isScored = guessRatio !== null && reason === null && measured !== null;
  return {
    ...{ key: row.key, name: row.name, guessRatio },
    ...theoryOf(row, scenario),
    measured,
    levelRatio: measured === null ? null : row.speedupLevelRatio,
    score: isScored ? scoreOf(guessRatio, measured, noiseOf(scenario)) : null,
    reason: guessRatio === null ? null : reason,
  };
}

/** What theory expects of the row, over what it expects of the reference. */
function theoryOf(row: Row, { reference, rows }: ScenarioReport): Pick<ScoredArm, 'theoryRatio' | 'theoryReason'> {
  const base = rows.find(({ placebo, name }) => !placebo && name === reference?.name);
  if (base?.predictedMs && row.predictedMs) {
    return { theoryRatio: base.predictedMs / row.predictedMs, theoryReason: null };
  }
  const silent = row.predictedMs ? base : row;
  const absence = silent?.absences.find(({ figure }) => figure === 'predictedMs');
  return { theoryRatio: null, theoryReason: absence?.reason ?? silent?.reason ?? 'the reference has no numbers' };
}
