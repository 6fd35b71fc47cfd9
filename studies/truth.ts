// Is it true for anybody's work? Medians and factors of the program against a plain script that does the same work and
// shares no code with the suite, round by round in turn on the same machine.

import type { RatioInterval } from '../src/model/report/report.ts';
import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';
import {
  type Comparison,
  compareTurns,
  LEAST_FLOOR_RATIO,
  PREDICTION_TOLERANCE_RATIO,
  sharesOf,
  TOLERANCE_RATIO,
} from './truth/compare.ts';
import { SCRIPT_ROUNDS, type Times, type Turn, takeTurn } from './truth/contest.ts';
import { findWorkloads } from './truth/workloads.ts';

interface Plan extends Times {
  readonly turnCount: number;
}

/** About a minute a workload, and four. */
const SHORT: Plan = { turnCount: 2, warmMs: 1_000, budgetMs: 18_000 };
const LONG: Plan = { turnCount: 6, warmMs: 2_000, budgetMs: 57_000 };
const SEED = 20_268;

export const study: Study = {
  id: 'truth',
  question: 'Do a plain script and the program find the same, for the same work?',
  async run({ long, only, write }) {
    const plan = long ? LONG : SHORT;
    const workloads = await findWorkloads(only);
    const fixture = await FixtureProcess.start();
    const comparisons: Comparison[] = [];
    try {
      // For the scenarios that bring a client of their own.
      process.env.PAGES_ORIGIN = fixture.origin;
      for (const { name, url } of workloads) {
        const turns: Turn[] = [];
        for (let count = 1; count <= plan.turnCount; count++) {
          write(`${name}, turn ${count} of ${plan.turnCount}`);
          turns.push(await takeTurn(url, fixture.origin, plan, SEED + count));
        }
        comparisons.push(...compareTurns(name, turns));
      }
    } finally {
      await fixture.close();
    }
    return { text: textOf(comparisons, plan), json: { plan, shares: sharesOf(comparisons), comparisons } };
  },
};

const HEAD = [
  'workload',
  'strategy',
  'script\nms',
  'ours\nms',
  'ours over\nscript',
  'ours over\npredicted',
  'floor over\nfastest',
  'script’s factor',
  'our factor',
  'inside',
];

function textOf(comparisons: readonly Comparison[], { turnCount, warmMs, budgetMs }: Plan): string {
  const { medianCount, nearCount, factorCount, insideCount, agreeingCount, withheldCount, widthRatio, ...shares } =
    sharesOf(comparisons);
  const { floorCount, closeFloorCount, beatenFloorCount, predicted, predictedPools } = shares;
  const tolerance = percent(TOLERANCE_RATIO, 0);
  return [
    drawTable(HEAD, comparisons.map(rowOf)),
    `${turnCount} runs of ${budgetMs / 1_000} s a workload. After each round of the arms the script, warmed up for ${warmMs / 1_000} s a way, times`,
    `${SCRIPT_ROUNDS} of its own. Factors are those of the run in the middle, 95 %; inside: runs whose interval holds the script’s factor;`,
    'fastest: the script’s fastest batch, which no floor may be above.',
    `Medians within ${tolerance} of the script’s: ${nearCount} of ${medianCount} (${percent(nearCount / medianCount)}).`,
    `The script’s factor inside our interval: ${insideCount} of ${factorCount} (${percent(insideCount / factorCount)}), ${withheldCount} withheld.`,
    `Apart by no more than both intervals together allow, since the script’s factor is an estimate too: ${agreeingCount} of ${factorCount} (${percent(agreeingCount / factorCount)}).`,
    `Predictions within ${percent(PREDICTION_TOLERANCE_RATIO, 0)} of what the program measured: ${within(predicted)}; of computing in a pool: ${within(predictedPools)}.`,
    `Floors at most ${percent(1 - LEAST_FLOOR_RATIO, 0)} below the fastest: ${closeFloorCount} of ${floorCount}; above it in ${beatenFloorCount} runs.`,
    `Our interval in the middle, its high end over its low end: ${widthRatio === null ? '–' : widthRatio.toFixed(2)}.`,
  ].join('\n');
}

function within({ count, withinCount, medianErrorRatio }: ReturnType<typeof sharesOf>['predicted']): string {
  return `${withinCount} of ${count}, in the middle off by ${medianErrorRatio === null ? '–' : percent(medianErrorRatio)}`;
}

function rowOf({ isReference, ...row }: Comparison): string[] {
  const { predictionErrorRatio } = row;
  const overPredicted = predictionErrorRatio === null ? null : predictionErrorRatio + 1;
  const times = [row.plainMs, row.oursMs, row.medianRatio, overPredicted, row.floorRatio].map((value) =>
    value === null ? '–' : value.toFixed(2),
  );
  const factors = [row.plainFactor, row.ourFactor].map((factor) => (factor === null ? '–' : interval(factor)));
  const told = isReference ? ['', '', ''] : [...factors, `${row.insideCount} of ${row.turnCount}`];
  return [row.workload, row.strategyId, ...times, ...told];
}

function interval({ ratio, low, high }: RatioInterval): string {
  return `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}
