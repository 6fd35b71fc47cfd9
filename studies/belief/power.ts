// One of two copies of the same code made slower by a known share: how often does each rule find it, and how soon?
// Scaling real samples keeps their noise as it was. A find is the call "slower"; calls the wrong way do not count.

import { ruleRates } from '../sessions/rates.ts';
import { realSources, simulatedSources } from '../sessions/sources.ts';
import type { Study } from '../study.ts';
import { drawTable, percent } from '../table.ts';

const SEED = 20_261;
const EPOCH_COUNT = 20;
const SLOWDOWNS = [1.05, 1.1, 1.25];

export const study: Study = {
  id: 'power',
  question: 'How often is a slowdown of 5, 10 or 25 % found, and after how many rounds?',
  async run(options) {
    const trialCount = options.long ? 1000 : 40;
    const sources = [...(await realSources(options, SEED)), ...simulatedSources(EPOCH_COUNT)];
    const columns = SLOWDOWNS.flatMap((slowdownRatio) => {
      options.write(`${trialCount} comparisons a source, ${percent(slowdownRatio - 1, 0)} slower`);
      return [true, false].map((real) => {
        const rates = sources
          .filter((source) => source.real === real)
          .map((source) => ({
            source: source.name,
            rates: ruleRates({ ...source, trialCount, slowdownRatio, seed: SEED }),
          }));
        return { slowdownRatio, real, rates };
      });
    });
    const rules = columns[0]?.rates[0]?.rates ?? columns[1]?.rates[0]?.rates ?? [];
    const rows = rules.map((rule, index) => [rule.ruleId, ...columns.map((column) => cellOf(column.rates, index))]);
    const head = columns.map(
      ({ slowdownRatio, real }) => `+${percent(slowdownRatio - 1, 0)}\n${real ? 'real' : 'simulated'}`,
    );
    const note =
      `Per cent found, mean of two sources with ${trialCount} comparisons each, @ median rounds of those found.\n` +
      'The real columns draw from one set of samples. Compare with false-alarms: a rule that cries wolf finds wolves.';
    return { text: `${drawTable(['% found @rounds', ...head], rows)}\n${note}`, json: { trialCount, columns } };
  },
};

function cellOf(sources: readonly { readonly rates: ReturnType<typeof ruleRates> }[], index: number): string {
  const shares = sources.map(({ rates }) => rates[index]?.slowerRatio ?? Number.NaN);
  const rounds = sources.flatMap(({ rates }) => rates[index]?.medianRoundCount ?? []);
  const share = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  const middle = rounds.reduce((sum, value) => sum + value, 0) / rounds.length;
  const found = (share * 100).toFixed(0);
  return rounds.length === 0 ? found : `${found} @${middle.toFixed(0)}`;
}
