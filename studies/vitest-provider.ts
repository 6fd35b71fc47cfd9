// How often does a benchmark of vitest call identical functions different, and how often does it find 5 %: with this package
// as the provider and by vitest's own matcher, each in the time that vitest takes by default.

import type { Study } from './study.ts';
import { drawTable, percent, upperLimit } from './table.ts';
import { runTrials } from './vitest-provider/run-trials.ts';
import type { TrialAnswer } from './vitest-provider/settings.ts';
import type { WorkSize } from './vitest-provider/work.ts';

interface Row extends WorkSize {
  readonly name: string;
  readonly factor: number;
  readonly isOurs: boolean;
  readonly hasNeighbour: boolean;
  readonly shortTrialCount: number;
  readonly longTrialCount: number;
}

const SIZES: readonly WorkSize[] = [
  { callUs: 100, isAsync: false },
  { callUs: 100, isAsync: true },
  { callUs: 10, isAsync: false },
  { callUs: 2_000, isAsync: false },
];

const isShort = ({ callUs, isAsync }: WorkSize) => callUs === 100 && !isAsync;

/** Parts are named `alike`, `slower`, `alike-beside`, `slower-beside`, and the same with `-own` for vitest's own. */
const ROWS: readonly Row[] = [
  ...SIZES.flatMap((size) => [
    row('alike', size, 1, isShort(size) ? 6 : 0, 100),
    row('slower', size, 1.05, isShort(size) ? 4 : 0, 30),
  ]),
  ...SIZES.slice(0, 2).flatMap((size) => [
    { ...row('alike-beside', size, 1, 0, 100), hasNeighbour: true },
    { ...row('slower-beside', size, 1.05, 0, 30), hasNeighbour: true },
  ]),
  ...SIZES.slice(0, 1).flatMap((size) => [
    { ...row('alike-own', size, 1, 6, 30), isOurs: false },
    { ...row('slower-own', size, 1.05, 0, 30), isOurs: false },
    { ...row('alike-beside-own', size, 1, 0, 30), isOurs: false, hasNeighbour: true },
  ]),
];

function row(name: string, size: WorkSize, factor: number, shortTrialCount: number, longTrialCount: number): Row {
  return { name, ...size, factor, shortTrialCount, longTrialCount, isOurs: true, hasNeighbour: false };
}

interface Outcome extends Row {
  readonly answers: readonly TrialAnswer[];
}

function cellsOf({ callUs, isAsync, factor, isOurs, hasNeighbour, answers }: Outcome): string[] {
  const count = (holds: (answer: TrialAnswer) => boolean) => answers.filter(holds).length;
  const total = answers.length;
  const meanMs = answers.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / total;
  return [
    `${callUs} µs, ${isAsync ? 'async' : 'sync'}${hasNeighbour ? ', beside' : ''}`,
    factor === 1 ? 'alike' : `+${percent(factor - 1, 0)}`,
    isOurs ? 'overlap-bench' : 'vitest',
    `${count(({ firstIsFaster }) => firstIsFaster)} of ${total}`,
    `${count(({ secondIsFaster }) => secondIsFaster)} of ${total}`,
    isOurs ? '–' : `${count(({ firstIsFasterBeyondMargin }) => firstIsFasterBeyondMargin)} of ${total}`,
    isOurs ? `${count(({ placeboDiffers }) => placeboDiffers)} of ${total}` : '–',
    (meanMs / 1000).toFixed(1),
  ];
}

function falseAlarms(outcomes: readonly Outcome[]): string {
  const answers = outcomes.filter(({ isOurs, factor }) => isOurs && factor === 1).flatMap((one) => one.answers);
  if (answers.length === 0) return 'Identical functions were not tried with the provider.';
  const count = answers.filter(({ firstIsFaster, secondIsFaster }) => firstIsFaster || secondIsFaster).length;
  const limit = upperLimit(count / answers.length, answers.length);
  return `Identical functions were called different by the provider in ${count} of ${answers.length}, so at most ${percent(limit)}.`;
}

export const study: Study = {
  id: 'vitest-provider',
  question: 'How often does a vitest benchmark call identical functions different, and how often does it find 5 %?',
  async run({ long, write, only }) {
    const outcomes: Outcome[] = [];
    for (const one of ROWS) {
      const trialCount = long ? one.longTrialCount : one.shortTrialCount;
      if (trialCount === 0 || (only !== undefined && !only.includes(one.name))) continue;
      const answers = await runTrials({ ...one, trialCount }, one.hasNeighbour);
      outcomes.push({ ...one, answers });
      write(cellsOf({ ...one, answers }).join(' | '));
    }
    const head = [
      'function',
      'second is',
      'measured by',
      'first is\nfaster',
      'second is\nfaster',
      '… by 1 %',
      'differs\nfrom itself',
      's a test',
    ];
    const text = [
      drawTable(head, outcomes.map(cellsOf)),
      falseAlarms(outcomes),
      'Each test compiles two functions of its own; the second of a row beside it ran with a program that computes without end.',
      'overlap-bench: toBeDecidedlyFasterThan; vitest: toBeFasterThan, and with delta 0.01. A placebo that differs leaves undecided.',
    ].join('\n');
    return { text, json: outcomes };
  },
};
