// Two copies of the same code: how often does each rule call them different? Every call is a false alarm. Real twins in
// processes of their own, and simulated machines that are harsher and fresh for every trial.

import { ruleRates } from '../sessions/rates.ts';
import { realSources, type Source, simulatedSources } from '../sessions/sources.ts';
import type { Study } from '../study.ts';
import { drawTable, percent, upperLimit } from '../table.ts';

const SEED = 20_260;
const EPOCH_COUNT = 20;

/** Rates of all rules over trials drawn from each source: samples in, rates out. */
export function falseAlarmRates(sources: readonly Source[], trialCount: number, write: (line: string) => void) {
  return sources.map((source) => {
    write(`${trialCount} comparisons of identical arms: ${source.name}`);
    return { source: source.name, rates: ruleRates({ ...source, trialCount, slowdownRatio: 1, seed: SEED }) };
  });
}

export const study: Study = {
  id: 'false-alarms',
  question: 'How often are two copies of the same code called different?',
  async run(options) {
    const trialCount = options.long ? 2000 : 120;
    const sources = [...(await realSources(options, SEED)), ...simulatedSources(EPOCH_COUNT)];
    const columns = falseAlarmRates(sources, trialCount, options.write);
    const rules = columns[0]?.rates ?? [];
    const rows = rules.map((rule, index) => [
      rule.ruleId,
      rule.standsFor,
      ...columns.map(({ rates }) => percent(rates[index]?.calledRatio ?? Number.NaN)),
    ]);
    const head = ['called different', 'design', ...columns.map((column) => column.source.replace(', ', '\n'))];
    const note =
      `${trialCount} comparisons a column; 0 of ${trialCount} still allows a true rate of ` +
      `${percent(upperLimit(0, trialCount))}. Trials of a "real" column are drawn\nfrom one set of samples and so are ` +
      'not independent. A dash: too few samples for the rule.';
    return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, columns } };
  },
};
