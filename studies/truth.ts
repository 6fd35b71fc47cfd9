// Is it true for anybody's work? Medians and factors of the program against a plain script that does the same work and
// shares no code with the suite, both in turn on the same machine.

import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';
import { type Comparison, compareTurns, sharesOf, TOLERANCE_RATIO } from './truth/compare.ts';
import { type Times, type Turn, takeTurn } from './truth/contest.ts';
import { findWorkloads } from './truth/workloads.ts';

interface Plan extends Times {
  readonly turnCount: number;
}

/** About a minute a workload, and three minutes. */
const SHORT: Plan = { turnCount: 4, warmMs: 1_000, timeMs: 2_000, budgetMs: 8_000 };
const LONG: Plan = { turnCount: 8, warmMs: 2_000, timeMs: 4_000, budgetMs: 15_000 };

export const study: Study = {
  id: 'truth',
  question: 'Do a plain script and the program find the same, for the same work?',
  async run({ long, only, write }) {
    const plan = long ? LONG : SHORT;
    const workloads = await findWorkloads(only);
    const fixture = await FixtureProcess.start();
    const comparisons: Comparison[] = [];
    try {
      for (const { name, url } of workloads) {
        const turns: Turn[] = [];
        for (let count = 1; count <= plan.turnCount; count++) {
          write(`${name}, turn ${count} of ${plan.turnCount}`);
          turns.push(await takeTurn(url, fixture.origin, plan, turns.at(-1)?.after));
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
  'script’s\nfactor',
  'our factor',
  'inside',
];

function textOf(comparisons: readonly Comparison[], plan: Plan): string {
  const { medianCount, nearCount, factorCount, insideCount, withheldCount, unsteadyCount } = sharesOf(comparisons);
  const [warmUp, batches, run] = [plan.warmMs, plan.timeMs, plan.budgetMs].map((ms) => `${ms / 1_000} s`);
  const tolerance = percent(TOLERANCE_RATIO, 0);
  return [
    drawTable(HEAD, comparisons.map(rowOf)),
    `${plan.turnCount} turns a workload, each a run of ${run} between two of the script (${warmUp} of warm-up a way, then batches for`,
    `${batches}). Where the script’s two differ by more than ${tolerance}, the machine changed and the turn does not count. Inside:`,
    'turns that count whose interval holds the script’s factor, or meets the range between its two.',
    `Medians within ${tolerance} of the script’s: ${nearCount} of ${medianCount} (${percent(nearCount / medianCount)}).`,
    `The script’s factor inside our interval: ${insideCount} of ${factorCount} (${percent(insideCount / factorCount)}), ${withheldCount} withheld.`,
    ...(unsteadyCount === 0 ? [] : [`Rows without a turn that counts: ${unsteadyCount}.`]),
  ].join('\n');
}

function rowOf({ isReference, ourFactor, ...row }: Comparison): string[] {
  const { low, high, ratio } = ourFactor ?? { low: Number.NaN, high: Number.NaN, ratio: Number.NaN };
  const interval = ourFactor === null ? '–' : `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
  const factors = [fixed(row.plainFactor), interval, `${row.insideCount} of ${row.steadyCount}`];
  const times = [row.plainMs, row.oursMs, row.medianRatio].map(fixed);
  return [row.workload, row.strategyId, ...times, ...(isReference ? ['', '', ''] : factors)];
}

function fixed(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
