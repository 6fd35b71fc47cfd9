// The line that a reader takes away: it names who won and by how much, or says plainly that nothing was decided.

import { expect, it } from 'vitest';
import type { NamedArm, Row, ScenarioReport, StrategyVerdict } from '../../model/report.ts';
import { buildReport } from '../../report/build-report.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { decisionOf } from './decision.ts';
import { reportPage } from './report-page.ts';

const report = buildReport(documentOf({ scenarios: [downloadPages] }));
const [scenario] = report.scenarios;
if (scenario === undefined) throw new Error('expected a scenario');

type Judged = Record<string, readonly [verdict: StrategyVerdict | null, ratio: number | null]>;

/** The scenario as if its arms had been judged so; the leaders by name, the winner where there is one alone. */
function judged(rows: Judged, leaders: readonly string[], winner: string | null = null): ScenarioReport {
  const told = scenario?.rows.map((row): Row => {
    const [verdict, ratio] = row.placebo ? (['no gain', 1] as const) : (rows[row.name] ?? ([null, null] as const));
    return { ...row, verdict, speedup: ratio === null ? null : { ratio, low: ratio, high: ratio } };
  });
  const named = (name: string): NamedArm => {
    const row = told?.find((each) => each.name === name);
    if (row === undefined) throw new Error(`no row ${name}`);
    return { key: row.key, name };
  };
  return {
    ...(scenario as ScenarioReport),
    rows: told ?? [],
    leaders: leaders.map(named),
    winner: winner === null ? null : named(winner),
  };
}

const REFERENCE = { sequential: ['reference', null] } as const;

it.each<[string, ScenarioReport, string, string | null]>([
  [
    'a winner',
    judged({ ...REFERENCE, gather: ['faster', 12.5], 'pool w2': ['faster', 1.8] }, ['gather'], 'gather'),
    'gather: 12.5× over sequential',
    'good',
  ],
  [
    'the reference as winner',
    judged({ ...REFERENCE, gather: ['slower', 0.5] }, ['sequential'], 'sequential'),
    'sequential: the fastest',
    'good',
  ],
  [
    'leaders with a common factor',
    judged({ ...REFERENCE, gather: ['faster', 3.401], 'bounded c10': ['faster', 3.4] }, ['gather', 'bounded c10']),
    'gather = bounded c10: 3.40× over sequential',
    'good',
  ],
  [
    'leaders that differ a little',
    judged({ ...REFERENCE, gather: ['faster', 3.42], 'bounded c10': ['faster', 3.36] }, ['gather', 'bounded c10']),
    'gather = bounded c10: 3.36 to 3.42× over sequential',
    'good',
  ],
  [
    'no gain',
    judged({ ...REFERENCE, gather: ['no gain', 1], 'pool w2': ['slower', 0.8] }, ['sequential', 'gather']),
    'no gain above 5 % over sequential',
    null,
  ],
  [
    'nothing decided',
    judged({ ...REFERENCE, gather: ['no gain', 1], 'pool w2': ['undecided', 1.2] }, [
      ...['pool w2', 'gather', 'sequential'],
    ]),
    'undecided between pool w2 and sequential',
    'doubt',
  ],
  [
    'one leader that is not decidedly ahead',
    judged({ ...REFERENCE, gather: ['undecided', 1.1] }, ['gather']),
    'undecided',
    'doubt',
  ],
  ['no other arm', judged(REFERENCE, ['sequential']), 'undecided', 'doubt'],
  ['no numbers', judged({}, []), 'nothing, no arm has numbers', 'bad'],
])('%s', (_, told, words, tone) => {
  expect(decisionOf(told)).toEqual({ words, tone });
});

it('stands in the summary, with what to reach for', () => {
  const summary = (advice: string) => {
    const won = judged({ ...REFERENCE, gather: ['faster', 12.5] }, ['gather'], 'gather');
    const { outcome } = reportPage({ ...report, scenarios: [{ ...won, advice }] }, null);
    const table = outcome.find((block) => block.type === 'table');
    return table?.type === 'table' ? table.columns.map(({ cells, tones }) => [...cells, ...tones]) : [];
  };
  expect(summary('gather')).toEqual([
    ['download-pages', null],
    ['gather: 12.5× over sequential. Reach for gather.', 'good'],
  ]);
  expect(summary('no advice: too many disturbed rounds')[1]?.[0]).toBe(
    'gather: 12.5× over sequential. No advice: too many disturbed rounds.',
  );
});
