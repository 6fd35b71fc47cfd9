// One of two copies of the same code made slower by a known share: how often does each rule find it, and how soon?
// Scaling real samples keeps their noise as it was. A find is the call "slower"; calls the wrong way do not count.

import { median } from '../../src/stats/quantile.ts';
import { ruleRates } from '../sessions/rates.ts';
import { realSources, type Source, simulatedSources } from '../sessions/sources.ts';
import type { Study, StudyResult } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_261;
const EPOCH_COUNT = 20;
const SLOWDOWNS = [1.05, 1.1, 1.25];

/** Rates of all rules for each slowdown, over trials drawn from one source. */
export function powerOf(source: Source, trialCount: number) {
  return {
    source: source.name,
    real: source.real,
    bySlowdown: SLOWDOWNS.map((slowdownRatio) => ({
      slowdownRatio,
      rates: ruleRates({ ...source, trialCount, slowdownRatio, seed: SEED }),
    })),
  };
}

/** What was found, as a table. */
export function powerResult(found: readonly ReturnType<typeof powerOf>[], trialCount: number): StudyResult {
  const columns = SLOWDOWNS.flatMap((slowdownRatio, at) =>
    [true, false].map((real) => ({
      head: `+${percent(slowdownRatio - 1, 0)}\n${real ? 'real' : 'simulated'}`,
      sources: found.filter((one) => one.real === real).flatMap(({ bySlowdown }) => bySlowdown[at] ?? []),
    })),
  );
  const rules = found[0]?.bySlowdown[0]?.rates ?? [];
  const rows = rules.map((rule, index) => [rule.ruleId, ...columns.map(({ sources }) => cellOf(sources, index))]);
  const note =
    `Per cent found, mean of three sources with ${trialCount} comparisons each, @ rounds: the median of the sources, each with the\n` +
    'median of those found. The real columns draw from one set of samples. Compare with false-alarms: a rule that\n' +
    'cries wolf finds wolves. "2 × 6": two epochs of six rounds each.';
  const head = ['% found @rounds', ...columns.map((column) => column.head)];
  return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, found } };
}

export const study: Study = {
  id: 'power',
  question: 'How often is a slowdown of 5, 10 or 25 % found, and after how many rounds?',
  async run(options) {
    const trialCount = options.long ? 1000 : 40;
    const sources = [...(await realSources(options, SEED)), ...simulatedSources(EPOCH_COUNT)];
    const found = sources.map((source) => {
      options.write(`${trialCount} comparisons for each of ${SLOWDOWNS.length} slowdowns: ${source.name}`);
      return powerOf(source, trialCount);
    });
    return powerResult(found, trialCount);
  },
};

function cellOf(sources: readonly { readonly rates: ReturnType<typeof ruleRates> }[], index: number): string {
  const shares = sources.map(({ rates }) => rates[index]?.slowerRatio ?? Number.NaN);
  const rounds = sources.flatMap(({ rates }) => rates[index]?.medianRoundCount ?? []);
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const found = (share * 100).toFixed(0);
  return rounds.length === 0 ? found : `${found} @${median(rounds).toFixed(0)}`;
}
