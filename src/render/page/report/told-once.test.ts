// A warning says a thing once, and names everybody whom it concerns.

import { expect, it } from 'vitest';
import type { ScenarioReport, Warning } from '../../../model/report/report.ts';
import { buildReport } from '../../../report/build-report.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { countPrimes, downloadPages } from '../../../report/testing/sample-documents.ts';
import { reportPage } from './report-page.ts';
import { sortWarnings } from './told-once.ts';

const report = buildReport(documentOf({ scenarios: [downloadPages, countPrimes] }));
const warning = (message: string, remedy = 'Wait.'): Warning => ({ code: 'SLOW', message, remedy });

/** A scenario of the report that warns of nothing but this: messages of rows by name. */
function warned(index: number, byRow: Record<string, readonly Warning[]>, warnings: Warning[] = []): ScenarioReport {
  const scenario = report.scenarios[index];
  if (scenario === undefined) throw new Error('expected a scenario');
  return { ...scenario, warnings, rows: scenario.rows.map((row) => ({ ...row, warnings: byRow[row.name] ?? [] })) };
}

const told = (...scenarios: ScenarioReport[]) => {
  const { shared, own } = sortWarnings(scenarios);
  const words = (all: typeof shared) => all.map(({ message, remedy }) => `${message} ${remedy}`);
  return { shared: words(shared), own: scenarios.map((scenario) => words(own.get(scenario) ?? [])) };
};

it('is told once for rows that share it, with the range of their figures', () => {
  const one = warned(0, {
    sequential: [warning('2 of 30 rounds took 9.5 ms (c8).')],
    gather: [warning('12 of 30 rounds took 9.5 ms (c8).')],
    'pool w2': [warning('nobody knows.')],
  });
  expect(told(one)).toEqual({
    shared: [],
    own: [['sequential, gather: 2 to 12 of 30 rounds took 9.5 ms (c8); pool w2: nobody knows. Wait.']],
  });
});

it('keeps remedies apart, and what is told of the scenario from what is told of its rows', () => {
  const one = warned(0, { gather: [warning('Slow.'), warning('Slow.', 'Run.')] }, [warning('Slow.')]);
  expect(told(one).own).toEqual([['Slow; gather: Slow. Wait.', 'gather: Slow. Run.']]);
});

it('names all arms as such, where they are more than a pair', () => {
  const all = (index: number) =>
    warned(index, Object.fromEntries((report.scenarios[index]?.rows ?? []).map(({ name }) => [name, [warning('S.')]])));
  const allButSkipped = all(1);
  expect(told(allButSkipped).own).toEqual([['all arms: S. Wait.']]);
  const measured = warned(0, { sequential: [warning('S.')], gather: [warning('S.')] });
  const pair = { ...measured, rows: measured.rows.filter(({ name }) => ['sequential', 'gather'].includes(name)) };
  expect(told(pair).own).toEqual([['sequential, gather: S. Wait.']]);
  expect(told(warned(1, { sequential: [warning('S.')] })).own).toEqual([['sequential: S. Wait.']]);
});

it('is told once for scenarios that share it, with their names', () => {
  const [one, other] = [
    warned(0, { gather: [warning('Took 6 %.')], sequential: [warning('Only here.')] }, [warning('Few rounds.')]),
    warned(1, { gather: [warning('Took 14 %.')], 'pool w2': [warning('Took 8 %.')] }, [warning('Few rounds.')]),
  ];
  expect(told(one, other)).toEqual({
    shared: [
      'download-pages, count-primes: Few rounds; download-pages (gather), count-primes (gather, pool w2): Took 6 to 14 %. Wait.',
    ],
    own: [['sequential: Only here. Wait.'], []],
  });
});

it('stands on the page once, the shared ones before all scenarios', () => {
  const scenarios = [0, 1].map((index) => warned(index, { gather: [warning('Took 6 %.')] }, []));
  const page = reportPage({ ...report, warnings: [], scenarios }, null);
  const warnings = page.body.flatMap((block) => (block.type === 'warnings' ? block.warnings : []));
  expect(warnings).toEqual([{ message: 'download-pages (gather), count-primes (gather): Took 6 %.', remedy: 'Wait.' }]);
  const [shared, heading] = ['warnings', 'heading'].map((type) => page.body.findIndex((block) => block.type === type));
  expect(shared).toBeLessThan(heading ?? 0);
});
