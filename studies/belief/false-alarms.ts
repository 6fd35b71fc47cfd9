// Two copies of the same code: how often does each rule call them different? Every call is a false alarm. Real twins in
// processes of their own, and simulated machines that are harsher and fresh for every trial.

import { ruleRates } from '../sessions/rates.ts';
import { realSources, type Source, simulatedSources } from '../sessions/sources.ts';
import type { Study, StudyResult } from '../study.ts';
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

/** What was found, as a table. */
export function falseAlarmResult(columns: ReturnType<typeof falseAlarmRates>, trialCount: number): StudyResult {
  const rules = columns[0]?.rates ?? [];
  const rows = rules.map((rule, index) => [
    `${rule.ruleId}\n${rule.standsFor}`,
    ...columns.map(({ rates }) => percent(rates[index]?.calledRatio ?? Number.NaN)),
  ]);
  const head = ['called different', ...columns.map((column) => column.source.replace(', ', '\n'))];
  const note =
    `${trialCount} comparisons a column; 0 of ${trialCount} still allows a true rate of ` +
    `${percent(upperLimit(0, trialCount))}. Trials of a "real" column are drawn\nfrom one set of samples and so are ` +
    'not independent. A dash: too few samples for the rule.\n"2 × 6": two epochs of six rounds each. "Brief" takes a ' +
    'millisecond, shorter than a batch should be.';
  return { text: `${drawTable(head, rows)}\n${note}`, json: { trialCount, columns } };
}

export const study: Study = {
  id: 'false-alarms',
  question: 'How often are two copies of the same code called different?',
  async run(options) {
    const trialCount = options.long ? 2000 : 120;
    const sources = [...(await realSources(options, SEED)), ...simulatedSources(EPOCH_COUNT)];
    return falseAlarmResult(falseAlarmRates(sources, trialCount, options.write), trialCount);
  },
};
