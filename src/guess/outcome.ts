// What becomes of a guess, from the report of the run alone: scores, the order, and the beliefs that it shows and the run refutes.

import { keyText } from '../model/arm-key.ts';
import type { Cell } from '../model/document/document.ts';
import type { ScenarioReport } from '../model/report/report.ts';
import type { ArmGuess, GuessOutcome, ScoredArm } from '../model/teaching/guess.ts';
import { guessableOf } from './guessable.ts';
import { findMisconceptions } from './misconceptions/find-misconceptions.ts';
import { orderOf } from './order.ts';
import { scoredArm } from './score.ts';

/** What was measured of the scenario. */
export interface MeasuredScenario {
  readonly scenario: ScenarioReport;
  readonly measuredAt: string;
  /** For the shapes of its arms. */
  readonly cells: readonly Pick<Cell, 'key' | 'shape'>[];
}

/** Scores the guesses. */
export function outcomeOfGuess(
  { scenario, measuredAt, cells }: MeasuredScenario,
  guesses: readonly ArmGuess[],
): GuessOutcome {
  const named = (guessableOf(scenario, cells)?.arms ?? []).map(({ key }) => keyText(key));
  const rows = scenario.rows.filter(({ key, placebo }) => !placebo && named.includes(keyText(key)));
  const ratios = new Map(guesses.map(({ key, ratio }) => [keyText(key), ratio]));
  const arms = [
    ...rows.map((row) => scoredArm(row, ratios.get(keyText(row.key)) ?? null, scenario)),
    ...guesses.filter(({ key }) => !named.includes(keyText(key))).map(missingArm),
  ];
  const scores = arms.flatMap(({ score }) => score ?? []);
  return {
    measuredAt,
    arms,
    scoreSum: scores.reduce<number>((sum, score) => sum + score, 0),
    scoredCount: scores.length,
    order: orderOf(scenario, guesses),
    misconceptions: findMisconceptions(scenario, arms, cells),
  };
}

/** An arm that was guessed at and that the run does not hold, as where it ended early. */
function missingArm({ key, name, ratio }: ArmGuess): ScoredArm {
  const reason = 'this run does not hold it';
  return {
    ...{ key, name, guessRatio: ratio, theoryRatio: null, theoryReason: reason },
    ...{ measured: null, levelRatio: null, score: null, reason },
  };
}
