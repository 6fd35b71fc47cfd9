// The guesses of many as one: scenario by scenario, arm by arm.

import { keyText } from '../../model/arm-key.ts';
import type { NamedArm } from '../../model/report/report.ts';
import type { GuessDocument, ScoredArm } from '../../model/teaching/guess.ts';
import type { ClassArm, ClassMeasured, ClassScenario, GuessClass } from '../../model/teaching/guess-class.ts';
import { median } from '../../stats/quantile.ts';
import { questionKey, questionOf } from '../same-question.ts';
import { binsOf } from './bins.ts';

/** Puts guesses together that can stand side by side. */
export function classOf(guesses: readonly GuessDocument[]): GuessClass {
  const groups = Map.groupBy(guesses, (guess) => questionKey(questionOf(guess)));
  return { guesserCount: guesses.length, scenarios: [...groups.values()].flatMap(scenarioOf) };
}

function scenarioOf(guesses: readonly GuessDocument[]): ClassScenario[] {
  const [first] = guesses;
  if (first === undefined) return [];
  const { scenario, reference } = first;
  const all = guesses.flatMap((guess) => guess.guesses.map((arm) => ({ guess, arm })));
  const byArm = Map.groupBy(all, ({ arm }) => keyText(arm.key));
  // What was measured has the order of a table; who guessed first has none.
  const known = guesses.flatMap(({ outcome, guesses: own }) => [...(outcome?.arms ?? []), ...own]);
  const order = new Set(known.map(({ key }) => keyText(key)));
  return [
    {
      ...scenario,
      reference,
      guesserCount: guesses.length,
      arms: [...order].flatMap((key) => armOf(byArm.get(key) ?? [])),
      misconceptions: beliefsOf(guesses),
    },
  ];
}

type Guessed = { readonly guess: GuessDocument; readonly arm: NamedArm & { readonly ratio: number } };

function armOf(guessed: readonly Guessed[]): ClassArm[] {
  const [first] = guessed;
  if (first === undefined) return [];
  const ratios = guessed.map(({ arm }) => arm.ratio);
  const scored = guessed.flatMap(scoredOf);
  const measured = measuredOf(scored);
  const count = (wanted: ScoredArm['score']) => scored.filter(({ arm }) => arm.score === wanted).length;
  return [
    {
      ...{ key: first.arm.key, name: first.arm.name },
      ...{ guessCount: ratios.length, guessRatio: median(ratios), measured },
      ...{ rightCount: count(1), nearCount: count(0.5), wrongCount: count(0) },
      bins: binsOf(ratios, measured),
    },
  ];
}

type Scored = { readonly measuredAt: string; readonly arm: ScoredArm };

function scoredOf({ guess: { outcome }, arm }: Guessed): Scored[] {
  const found = outcome?.arms.find(({ key }) => keyText(key) === keyText(arm.key));
  return outcome === null || found === undefined || found.measured === null
    ? []
    : [{ measuredAt: outcome.measuredAt, arm: found }];
}

function measuredOf(scored: readonly Scored[]): ClassMeasured | null {
  const intervals = scored.flatMap(({ arm }) => arm.measured ?? []);
  if (intervals.length === 0) return null;
  return {
    ratio: median(intervals.map(({ ratio }) => ratio)),
    low: Math.min(...intervals.map(({ low }) => low)),
    high: Math.max(...intervals.map(({ high }) => high)),
    runCount: new Set(scored.map(({ measuredAt }) => measuredAt)).size,
  };
}

function beliefsOf(guesses: readonly GuessDocument[]): ClassScenario['misconceptions'] {
  const found = guesses.flatMap(({ outcome }) => {
    const own = new Map(outcome?.misconceptions.map((each) => [each.id, each]));
    return [...own.values()];
  });
  return [...Map.groupBy(found, ({ id }) => id)]
    .map(([id, all]) => ({ id, belief: all[0]?.belief ?? id, guesserCount: all.length }))
    .sort((one, other) => other.guesserCount - one.guesserCount);
}
