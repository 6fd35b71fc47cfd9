// Is it true for anybody's work? Medians and factors of the program against a plain script that does the same work and
// shares no code with the suite, both in turn on the same machine.

import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { FixtureProcess } from '../src/runner/processes/fixture-process.ts';
import type { Study } from './study.ts';
import { drawTable, percent } from './table.ts';
import { type Comparison, compareTurns, MEDIAN_TOLERANCE_RATIO, sharesOf, typicalFactor } from './truth/compare.ts';
import { type Times, type Turn, takeTurn } from './truth/contest.ts';

const WORKLOADS_URL = new URL('./truth/workloads/', import.meta.url);

const SHORT = { turnCount: 3, times: { warmMs: 700, timeMs: 2_500, budgetMs: 8_000 } };
const LONG = { turnCount: 6, times: { warmMs: 1_000, timeMs: 5_000, budgetMs: 15_000 } };

export const study: Study = {
  id: 'truth',
  question: 'Do a plain script and the program find the same, for the same work?',
  async run({ long, only, write }) {
    const { turnCount, times } = long ? LONG : SHORT;
    const fixture = await FixtureProcess.start();
    const comparisons: Comparison[] = [];
    try {
      for (const url of await workloads(only)) {
        const name = basename(url, '.mjs');
        const turns: Turn[] = [];
        for (let turn = 0; turn < turnCount; turn++) {
          write(`${name}, turn ${turn + 1} of ${turnCount}`);
          turns.push(await takeTurn(url, fixture.origin, times, turn));
        }
        comparisons.push(...compareTurns(name, turns));
      }
    } finally {
      await fixture.close();
    }
    return { text: textOf(comparisons, { turnCount, times }), json: { turnCount, times, comparisons } };
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

function textOf(comparisons: readonly Comparison[], { turnCount, times }: { turnCount: number; times: Times }): string {
  const rows = comparisons.map((comparison) => {
    const { workload, strategyId, plainMs, oursMs, medianRatio, plainFactor, factors, insideCount } = comparison;
    const ours = typicalFactor(comparison);
    return [
      workload,
      strategyId,
      plainMs.toFixed(2),
      oursMs === null ? 'withheld' : oursMs.toFixed(2),
      medianRatio === null ? '–' : medianRatio.toFixed(2),
      plainFactor === null ? '' : plainFactor.toFixed(2),
      plainFactor === null
        ? ''
        : ours === null
          ? 'withheld'
          : `${ours.ratio.toFixed(2)} (${ours.low.toFixed(2)}–${ours.high.toFixed(2)})`,
      plainFactor === null ? '' : `${insideCount} of ${factors.length}`,
    ];
  });
  const { medianCount, nearCount, factorCount, insideCount, withheldCount } = sharesOf(comparisons);
  const tolerance = percent(MEDIAN_TOLERANCE_RATIO, 0);
  return [
    drawTable(
      [
        'workload',
        'strategy',
        'script\nms',
        'ours\nms',
        'ours over\nscript',
        'script’s\nfactor',
        'our factor',
        'inside',
      ],
      rows,
    ),
    `${turnCount} turns, each the script (${seconds(times.warmMs)} of warm-up a way, ${seconds(times.timeMs)} of batches) and a run`,
    `of ${seconds(times.budgetMs)}. Inside: turns whose interval holds the script’s factor, the middle of all its turns.`,
    `Medians within ${tolerance} of the script’s: ${nearCount} of ${medianCount} (${percent(nearCount / medianCount)}).`,
    `The script’s factor inside our interval: ${insideCount} of ${factorCount} (${percent(insideCount / factorCount)}), ${withheldCount} withheld.`,
  ].join('\n');
}

function seconds(ms: number): string {
  return `${ms / 1_000} s`;
}
