// By how much do processes differ for as long as they live, beyond what the noise of their rounds explains? Every pair of
// arms in a document has epochs, and its ratio would be the same in all of them but for that. What is found here is what
// statistics assume of a run with few epochs (stats/paired/epoch-interval.ts).

import { readDocument } from '../../src/document/store.ts';
import { isSameArm } from '../../src/model/arm-key.ts';
import type { Cell, ResultDocument } from '../../src/model/document/document.ts';
import { mean, sampleVariance, squaredDeviations } from '../../src/stats/moments.ts';
import { PROCESS_OFFSET_PER_NOISE, PROCESS_OFFSET_SD } from '../../src/stats/paired/epoch-interval.ts';
import { pseudomedian } from '../../src/stats/ranks/walsh.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const EXAMPLES = ['results/examples/two-cores.json', 'results/examples/two-cores-again.json'];
/** Arms whose rounds vary by up to this much, in log units, share a row. */
const NOISE_LIMITS = [0.02, 0.04, 0.08, 0.15, Infinity];
/** The variance of a pseudomedian of normal values over that of their mean. */
const PSEUDOMEDIAN_COST = Math.PI / 3;

/** One pair of arms; variances of log-ratios. */
interface Spread {
  readonly epochCount: number;
  readonly roundVariance: number;
  /** Of the epochs' estimates, as seen. */
  readonly betweenVariance: number;
  /** Of the epochs' estimates, as far as rounds explain it. */
  readonly explainedVariance: number;
}

export const study: Study = {
  id: 'offsets',
  question: 'By how much do processes of the same code differ, beyond the noise of their rounds?',
  async run({ documentPath }) {
    const paths = documentPath === undefined ? EXAMPLES : [documentPath];
    const documents = await Promise.all(paths.map(readDocument));
    const spreads = documents.flatMap(spreadsOf);
    const bins = NOISE_LIMITS.map((limit, index) => {
      const from = NOISE_LIMITS[index - 1] ?? 0;
      const within = spreads.filter(({ roundVariance }) => {
        const sd = Math.sqrt(roundVariance);
        return sd >= from && sd < limit;
      });
      return { from, limit, ...summaryOf(within) };
    }).filter(({ pairCount }) => pairCount > 0);
    const rows = bins.map(({ from, limit, pairCount, roundSd, betweenSd, explainedSd }) => [
      `${percent(from, 0)} to ${limit === Infinity ? '…' : percent(limit, 0)}`,
      String(pairCount),
      percent(betweenSd),
      percent(explainedSd),
      percent(Math.sqrt(Math.max(0, betweenSd ** 2 - explainedSd ** 2))),
      percent(Math.hypot(PROCESS_OFFSET_SD, PROCESS_OFFSET_PER_NOISE * roundSd)),
    ]);
    const head = [
      'rounds\nvary by',
      'pairs\nof arms',
      'epochs\ndiffer by',
      'rounds\nexplain',
      'left for\nprocesses',
      'assumed\nof them',
    ];
    const note = `Standard deviations of ratios, root mean squares over pairs of arms. From ${paths.join(', ')}.`;
    return { text: `${drawTable(head, rows)}\n${note}`, json: { paths, bins } };
  },
};

function summaryOf(spreads: readonly Spread[]) {
  const df = spreads.reduce((sum, { epochCount }) => sum + epochCount - 1, 0);
  const rootMean = (of: (spread: Spread) => number) =>
    Math.sqrt(spreads.reduce((sum, spread) => sum + of(spread) * (spread.epochCount - 1), 0) / df);
  return {
    pairCount: spreads.length,
    roundSd: rootMean(({ roundVariance }) => roundVariance),
    betweenSd: rootMean(({ betweenVariance }) => betweenVariance),
    explainedSd: rootMean(({ explainedVariance }) => explainedVariance),
  };
}

function spreadsOf(document: ResultDocument): Spread[] {
  return document.scenarios.flatMap(({ id }) => {
    const cells = document.cells.filter(({ key, samples }) => key.scenarioId === id && samples.length > 0);
    return cells.flatMap((cell, index) => cells.slice(index + 1).flatMap((other) => spreadOf(cell, other) ?? []));
  });
}

/** Null where there are not two epochs with two rounds each. */
function spreadOf(cell: Cell, other: Cell): Spread | null {
  if (isSameArm(cell.key, other.key) && cell.placebo === other.placebo) return null;
  const wallMs = new Map(other.samples.map((sample) => [sample.round, sample.wallMs]));
  const rounds = cell.samples.flatMap(({ epoch, round, wallMs: ownMs, contaminated }) => {
    const otherMs = wallMs.get(round);
    return otherMs === undefined || contaminated ? [] : [{ epoch, log: Math.log(otherMs / ownMs) }];
  });
  const epochs = [...Map.groupBy(rounds, ({ epoch }) => epoch).values()]
    .map((rows) => rows.map(({ log }) => log))
    .filter((logs) => logs.length >= 2);
  if (epochs.length < 2) return null;
  const centres = epochs.map(pseudomedian);
  const roundCount = epochs.flat().length;
  const roundVariance = epochs.reduce((sum, logs) => sum + squaredDeviations(logs), 0) / (roundCount - epochs.length);
  return {
    epochCount: epochs.length,
    roundVariance,
    betweenVariance: sampleVariance(centres),
    explainedVariance: PSEUDOMEDIAN_COST * roundVariance * mean(epochs.map((logs) => 1 / logs.length)),
  };
}
