// How often does a stored baseline call a run of the same code changed, and how small a change does it find? Runs that vary by
// 6 to 9 %, as they were seen to, in several ways; with --long, quick runs of the suite's own scenarios on this machine, too.

import { seededRandom } from '../src/model/seeded-random.ts';
import { DEFAULT_MARGIN_RATIO } from '../src/report/comparison/margin.ts';
import { judgeStored, STORED_LEVEL_RATIO } from '../src/stats/decisions/prediction-limit.ts';
import { normalQuantile } from '../src/stats/distributions/normal.ts';
import { quickRuns } from './stored-baseline/quick-runs.ts';
import { replayed } from './stored-baseline/replayed.ts';
import type { Study } from './study.ts';
import { drawTable, percent, upperLimit } from './table.ts';

const SEED = 20_266;
const CELLS_OF_A_RUN = 12;
const LAYOUTS = [
  { pastCount: 10, isAlone: false },
  { pastCount: 20, isAlone: false },
  { pastCount: 20, isAlone: true },
] as const;
const CHANGES = [1.1, 1.3, 1.5] as const;

type Random = () => number;
const normal = (random: Random) => normalQuantile(Math.max(1e-12, random()));
/** Student's t with three degrees of freedom, of standard deviation 1. */
const heavy = (random: Random) =>
  normal(random) / Math.sqrt(normal(random) ** 2 + normal(random) ** 2 + normal(random) ** 2);
/** One day in twenty is slower by a quarter. */
const slowDays = (random: Random) => (random() < 0.05 ? Math.log(1.25) : 0);

/** How the log of a cell's median varies from run to run. */
const WAYS: readonly { readonly name: string; readonly draw: (random: Random) => number }[] = [
  { name: 'normal, 6 %', draw: (random) => 0.06 * normal(random) },
  { name: 'normal, 8 %', draw: (random) => 0.08 * normal(random) },
  { name: 'normal, 9 %', draw: (random) => 0.09 * normal(random) },
  { name: 'heavy tails, 6 %', draw: (random) => 0.06 * heavy(random) },
  { name: 'heavy tails, 9 %', draw: (random) => 0.09 * heavy(random) },
  { name: 'slow days, 6 %', draw: (random) => 0.06 * normal(random) + slowDays(random) },
];

interface Rates {
  readonly way: string;
  readonly pastCount: number;
  readonly isAlone: boolean;
  /** Cells of the same code, 0..1. */
  readonly slowerRatio: number;
  readonly fasterRatio: number;
  /** Of these, with the limit up to which chance goes (upper 95 %). */
  readonly slowerAtMostRatio: number;
  /** Runs of twelve cells that vary by themselves, with at least one of them called slower. */
  readonly runRatio: number;
  /** What is said to be found nine times in ten, in the middle of all trials. */
  readonly detectableRatio: number;
  readonly foundRatios: readonly number[];
}

export const study: Study = {
  id: 'stored-baseline',
  question: 'How often is a run of the same code called changed by past runs, and what do they find?',
  async run({ long, write }) {
    const trialCount = long ? 50_000 : 5_000;
    const rates = WAYS.flatMap((way) => {
      write(`${LAYOUTS.length * trialCount} runs: ${way.name}`);
      return LAYOUTS.map((layout) => ratesOf(way, layout, trialCount));
    });
    const head = [
      'runs vary',
      'past runs',
      'same code:\nslower, faster',
      '12 cells:\nany slower',
      'says it\nfinds',
      ...CHANGES.map((change) => `+${percent(change - 1, 0)}\nfound`),
    ];
    const rows = rates.map((each) => [
      each.way,
      each.isAlone ? `${each.pastCount}, one` : `${each.pastCount}`,
      `${percent(each.slowerRatio)} ${percent(each.fasterRatio)}`,
      percent(each.runRatio, 0),
      `+${percent(each.detectableRatio - 1, 0)}`,
      ...each.foundRatios.map((ratio) => percent(ratio, 0)),
    ]);
    const text = [
      drawTable(head, rows),
      `${trialCount} simulated runs a row, an interval of ${percent(STORED_LEVEL_RATIO, 0)}, a margin of ${percent(DEFAULT_MARGIN_RATIO, 0)}. "One": head against one run in`,
      'base instead of the mean of its past. A slow day that the past hardly knows is taken for a slow version.',
    ].join('\n');
    if (!long) return { text, json: { trialCount, rates } };
    const real = replayed(await quickRuns(write));
    return { text: `${text}\n${real.text}`, json: { trialCount, rates, real: real.json } };
  },
};

function ratesOf(
  { name, draw }: (typeof WAYS)[number],
  { pastCount, isAlone }: (typeof LAYOUTS)[number],
  trialCount: number,
): Rates {
  const random = seededRandom(SEED);
  const counts = { slower: 0, faster: 0, found: CHANGES.map(() => 0) };
  const detectable: number[] = [];
  for (let trial = 0; trial < trialCount; trial++) {
    const past = Array.from({ length: pastCount }, () => draw(random));
    const evidence = { past, base: isAlone ? draw(random) : null, head: draw(random) };
    const { verdict, detectableRatio } = judgeStored(evidence, DEFAULT_MARGIN_RATIO);
    if (verdict === 'regressed') counts.slower++;
    if (verdict === 'improved') counts.faster++;
    if (detectableRatio !== null) detectable.push(detectableRatio);
    for (const [index, change] of CHANGES.entries()) {
      const slower = { ...evidence, head: evidence.head + Math.log(change) };
      if (judgeStored(slower, DEFAULT_MARGIN_RATIO).verdict === 'regressed') (counts.found[index] as number)++;
    }
  }
  const slowerRatio = counts.slower / trialCount;
  return {
    ...{ way: name, pastCount, isAlone, slowerRatio, fasterRatio: counts.faster / trialCount },
    slowerAtMostRatio: upperLimit(slowerRatio, trialCount),
    runRatio: 1 - (1 - slowerRatio) ** CELLS_OF_A_RUN,
    detectableRatio: detectable.sort((one, other) => one - other)[Math.floor(detectable.length / 2)] as number,
    foundRatios: counts.found.map((count) => count / trialCount),
  };
}
