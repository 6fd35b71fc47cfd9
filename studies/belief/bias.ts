// An arm made 5 % slower: what do the estimators read on average, and how far do they scatter? Also what it is worth to
// go second in a round, before and after the order is balanced: a fixed order would put all of it into the ratio.

import { seededRandom } from '../../src/model/seeded-random.ts';
import { mean } from '../../src/stats/moments.ts';
import { pairedRatio } from '../../src/stats/paired/paired-ratio.ts';
import { median, quantile } from '../../src/stats/quantile.ts';
import { pseudomedian } from '../../src/stats/ranks/walsh.ts';
import type { Trial } from '../rules/rule.ts';
import { drawTrial, type Session } from '../sessions/session.ts';
import { realSources, type Source, simulatedSources } from '../sessions/sources.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_263;
const SLOWDOWN = 1.05;
const ROUND_COUNT = 1000;

const ESTIMATORS: Readonly<Record<string, (rounds: Trial['rounds']) => number>> = {
  'paired Hodges–Lehmann': (rounds) => 1 / pairedRatio(rounds, 0.95).ratio,
  'ratio of medians': (rounds) => median(rounds.map(armMs)) / median(rounds.map(referenceMs)),
  'ratio of means': (rounds) => mean(rounds.map(armMs)) / mean(rounds.map(referenceMs)),
  'ratio of minima': (rounds) => Math.min(...rounds.map(armMs)) / Math.min(...rounds.map(referenceMs)),
};

export const study: Study = {
  id: 'bias',
  question: 'What is read when one arm is 5 % slower, and what is it worth to go second?',
  async run(options) {
    const trialCount = options.long ? 1000 : 100;
    const sources = [...(await realSources(options, SEED)), ...simulatedSources(20)];
    const columns = sources.map((source) => {
      options.write(`readings of a 5 % slowdown: ${source.name}`);
      return { source: source.name, readings: readingsOf(source, trialCount) };
    });
    const rows = Object.keys(ESTIMATORS).map((name) => [
      name,
      ...columns.map(({ readings }) => cellOf(readings[name] ?? [])),
    ]);
    const slots = sources
      .filter((source) => source.real)
      .map((source) => slotEffect(source.session(seededRandom(SEED))));
    rows.push(['going second', ...slots.map((slot) => slotCell(slot)), ...columns.slice(slots.length).map(() => '–')]);
    const head = [
      'mean reading\n5th to 95th percentile',
      ...columns.map((column) => column.source.replace(', ', '\n')),
    ];
    const note =
      `${trialCount} readings of ${ROUND_COUNT} rounds. "Going second": what it adds, and what of that is left in the ` +
      'ratio\nas the order was drawn.';
    const summary = columns.map(({ source, readings }) => ({
      source,
      readings: Object.fromEntries(
        Object.entries(readings).map(([name, values]) => [
          name,
          { mean: mean(values), low: quantile(values, 0.05), high: quantile(values, 0.95) },
        ]),
      ),
    }));
    return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, columns: summary, slots } };
  },
};

function readingsOf(source: Source, trialCount: number): Record<string, number[]> {
  const random = seededRandom(SEED);
  const trials = Array.from(
    { length: trialCount },
    () => drawTrial(source.session(random), { roundCount: ROUND_COUNT, slowdownRatio: SLOWDOWN }, random).rounds,
  );
  return Object.fromEntries(Object.entries(ESTIMATORS).map(([name, read]) => [name, trials.map(read)]));
}

// Half the difference between the log-ratio when a went first and when b did, and how much an uneven draw leaves.
function slotEffect({ epochs }: Session): { effectRatio: number; leftRatio: number } | null {
  const rows = epochs.flatMap(({ a, b, aFirst }) =>
    (aFirst ?? []).map((first, index) => ({ first, log: Math.log((a[index] as number) / (b[index] as number)) })),
  );
  const logs = (first: boolean): number[] => rows.filter((row) => row.first === first).map((row) => row.log);
  if (rows.length < 2 || logs(true).length === 0 || logs(false).length === 0) return null;
  const effect = (pseudomedian(logs(false)) - pseudomedian(logs(true))) / 2;
  const imbalance = (logs(true).length - logs(false).length) / rows.length;
  return { effectRatio: Math.exp(effect) - 1, leftRatio: Math.abs(Math.exp(effect * imbalance) - 1) };
}

function slotCell(slot: ReturnType<typeof slotEffect>): string {
  return slot === null ? '–' : `${percent(slot.effectRatio, 2)}\n${percent(slot.leftRatio, 2)} left`;
}

function cellOf(readings: readonly number[]): string {
  const show = (ratio: number): string => ((ratio - 1) * 100).toFixed(1);
  return `+${((mean(readings) - 1) * 100).toFixed(2)} %\n${show(quantile(readings, 0.05))} to ${show(quantile(readings, 0.95))}`;
}

function armMs(pair: Trial['rounds'][number]): number {
  return pair.denominatorMs;
}

function referenceMs(pair: Trial['rounds'][number]): number {
  return pair.numeratorMs;
}
