// The line that a reader takes away: it names who won and by how much, or says plainly that nothing was decided.

import { expect, it } from 'vitest';
import type { LeadersAre, NamedArm, Row, ScenarioReport, StrategyVerdict } from '../../../model/report/report.ts';
import { buildReport } from '../../../report/build-report.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import { decisionOf, decisionWithAdvice } from './decision.ts';
import { reportPage } from './report-page.ts';

const report = buildReport(documentOf({ scenarios: [downloadPages] }));
const [scenario] = report.scenarios;
if (scenario === undefined) throw new Error('expected a scenario');

type Judged = Record<string, readonly [verdict: StrategyVerdict | null, ratio: number | null]>;

/** The scenario as if its arms had been judged so; the leaders by name, the winner where there is one alone. */
function judged(
  rows: Judged,
  leaders: readonly string[],
  winner: string | null = null,
  leadersAre: LeadersAre = 'undecided',
): ScenarioReport {
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
    leadersAre,
    leadersSpeedup: leaders.includes('sequential')
      ? null
      : { ratio: rows[leaders[0] ?? '']?.[1] ?? 1, low: 1, high: 9 },
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
    'leaders as fast as each other, by their common factor',
    judged(
      { ...REFERENCE, gather: ['faster', 3.401], 'bounded c10': ['faster', 3.4] },
      ['gather', 'bounded c10'],
      null,
      'alike',
    ),
    'gather = bounded c10: 3.40× over sequential',
    'good',
  ],
  [
    'leaders that may differ',
    judged({ ...REFERENCE, gather: ['faster', 3.42], 'bounded c10': ['faster', 3.36], 'pool w2': ['faster', 3.4] }, [
      ...['gather', 'bounded c10', 'pool w2'],
    ]),
    'gather, bounded c10 and pool w2: 3.42× over sequential, undecided between them',
    'good',
  ],
  [
    'leaders of which one is not decidedly ahead of the reference',
    judged({ ...REFERENCE, gather: ['faster', 1.3], 'pool w2': ['undecided', 1.2] }, ['gather', 'pool w2']),
    'undecided between gather and pool w2',
    'doubt',
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
    'nothing decided, though each alone gains nothing',
    judged({ ...REFERENCE, gather: ['no gain', 1], 'pool w2': ['faster', 1.06] }, ['gather', 'sequential']),
    'undecided between gather and sequential',
    'doubt',
  ],
  ['no other arm', judged(REFERENCE, ['sequential']), 'nothing to compare', null],
  ['no numbers', judged({}, []), 'no arm has numbers', 'bad'],
])('%s', (_, told, words, tone) => {
  expect(decisionOf(told)).toEqual({ words, tone });
});

it('stands in the summary with its tone', () => {
  const won = judged({ ...REFERENCE, gather: ['faster', 12.5] }, ['gather'], 'gather');
  const { outcome } = reportPage({ ...report, scenarios: [{ ...won, advice: 'gather' }] }, null);
  const table = outcome.find((block) => block.type === 'table');
  expect(table?.type === 'table' && table.columns.map(({ cells, tones }) => [...cells, ...tones])).toEqual([
    ['download-pages', null],
    ['gather: 12.5× over sequential. Reach for gather.', 'good'],
  ]);
});

it.each([
  ['gather, which pays from the 2nd batch on', 'Reach for gather, which pays from the 2nd batch on.'],
  ['stay with sequential: no schedule gains more than 3 %', 'Stay with sequential: no schedule gains more than 3 %.'],
  ['no advice: too many disturbed rounds', 'No advice: too many disturbed rounds.'],
  ['undecided: gather measured 1.05×', 'Undecided: gather measured 1.05×.'],
])('what to reach for is told after it: %s', (advice, told) => {
  const won = judged({ ...REFERENCE, gather: ['faster', 12.5] }, ['gather'], 'gather');
  expect(decisionWithAdvice({ ...won, advice })).toBe(`gather: 12.5× over sequential. ${told}`);
});

it('does not say twice that nothing is decided', () => {
  const open = judged({ ...REFERENCE, gather: ['undecided', 1.2] }, ['gather', 'sequential']);
  expect(decisionWithAdvice({ ...open, advice: 'undecided: gather measured 1.20×' })).toBe(
    'undecided between gather and sequential: gather measured 1.20×.',
  );
});
