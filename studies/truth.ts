// Is it true for anybody's work? Medians and factors of the program against a plain script that does the same work and
// shares no code with the suite, both in turn on the same machine.

import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';
import { type Comparison, compareTurns, sharesOf, TOLERANCE_RATIO } from './truth/compare.ts';
import { type Times, type Turn, takeTurn } from './truth/contest.ts';

const WORKLOADS_URL = new URL('./truth/workloads/', import.meta.url);

interface Plan extends Times {
  readonly turnCount: number;
}

/** About a minute a workload, and three minutes. */
const SHORT: Plan = { turnCount: 4, warmMs: 500, timeMs: 2_000, budgetMs: 8_000 };
const LONG: Plan = { turnCount: 8, warmMs: 1_000, timeMs: 3_000, budgetMs: 15_000 };

export const study: Study = {
  id: 'truth',
  question: 'Do a plain script and the program find the same, for the same work?',
  async run({ long, only, write }) {
    const plan = long ? LONG : SHORT;
    const urls = await workloads(only);
    const fixture = await FixtureProcess.start();
    const comparisons: Comparison[] = [];
    try {
      for (const url of urls) {
        const name = basename(url, '.mjs');
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

/** Addresses of the workloads: those that were named, or all. */
async function workloads(only: readonly string[] | undefined): Promise<string[]> {
  const files = (await readdir(WORKLOADS_URL)).sort();
  const names = files.map((file) => basename(file, '.mjs'));
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no workload '${unknown}', expected one of: ${names.join(', ')}`);
  return files
    .filter((file) => only === undefined || only.includes(basename(file, '.mjs')))
    .map((file) => new URL(file, WORKLOADS_URL).href);
}

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
