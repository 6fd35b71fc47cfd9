// What a comparison tells below its first line: loud news before quiet, no verdict where there is none, true small print.

import { expect, it } from 'vitest';
import type { Comparison } from '../../../model/report/comparison.ts';
import { pageText } from '../../terminal/page-text.ts';
import {
  calm,
  cell,
  interrupted,
  large,
  sideBySide,
  stored,
  unbelievable,
  unmatched,
} from '../../testing/sample-comparisons.ts';
import { comparisonPage } from './comparison-page.ts';

const drawn = (comparison: Comparison, detailed = false) =>
  pageText(comparisonPage(comparison), { width: 400, color: false, detailed });
const lineOf = (comparison: Comparison, label: string) =>
  drawn(comparison)
    .split('\n')
    .find((line) => line.startsWith(`${label}: `))
    ?.slice(label.length + 2);

it('tells what fails, then changed outputs, then what changed, then the rest', () => {
  const text = drawn(sideBySide);
  const order = [
    'FAILED in head:',
    'OUTPUTS CHANGED:',
    'regressed  ',
    'improved  ',
    'next:',
    'inconclusive  ',
    'within margin  ',
  ];
  const places = [...order, 'not compared, removed:', 'sees:', 'base: HEAD^1'].map((words) =>
    text.indexOf(`\n${words}`),
  );
  expect(places).not.toContain(-1);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

it('shows improved and regressed in one table, with their times', () => {
  expect(drawn(sideBySide)).toMatch(/regressed .*\+12\.8 .* 12\.6 {2}14\.2\nimproved .*-12\.9 .* 33\.2 {2}28\.9\n\n/);
});

it('gives no verdict and no advice where it was interrupted', () => {
  const text = drawn(interrupted);
  expect(text).not.toMatch(/regressed|improved|inconclusive|within margin|verdict {2}|next:|sees:|rests on:/);
  expect(text).toMatch(/look-up +gather +\+12\.8/);
});

it('leads nobody on after a failed self-test, and says what failed', () => {
  const text = drawn(unbelievable);
  expect(text).not.toMatch(/^(next|self-test):/m);
  expect(text).toContain(
    '! The self-test failed: the same code was not called changed, 10 % more was called inconclusive, at +2.1 % (-1.9…+6.2 %), 23 of 24 faults were noticed, not a pair twice.',
  );
  const { selfTest } = unbelievable;
  if (selfTest === null) throw new Error('expected a self-test');
  const changed = { ...selfTest, identical: { ...selfTest.identical, verdict: 'improved' as const } };
  expect(drawn({ ...unbelievable, selfTest: changed })).toContain(
    'the same code was called improved, at +0.2 % (-1.1…+1.5 %)',
  );
});

it('tells of the self-test in one line where it passed', () => {
  expect(lineOf(sideBySide, 'self-test')).toBe(
    'the same code was not called changed, 10 % more was found, 24 of 24 faults were noticed.',
  );
  expect(drawn({ ...sideBySide, selfTest: null })).not.toContain('self-test');
});

it.each([
  [[1.018, 1.05, 1.042, 1.042], 'a slow-down of 5 % nine times in ten in all 4 cells.'],
  [[1.0501], 'a slow-down of 6 % nine times in ten in 1 of 1 cell.'],
  [[...new Array(11).fill(1.05), 1.2], 'a slow-down of 5 % nine times in ten in 11 of 12 cells.'],
  [[1.05, null, null], 'a slow-down of 5 % nine times in ten in 1 of 3 cells.'],
  [[1.05, Infinity], 'how small a slow-down this comparison finds is not known.'],
] as const)('says how small a slow-down it finds: %j', (detectables, words) => {
  const cells = detectables.map((detectableRatio) => cell('a gather', 'within margin', 10, { detectableRatio }));
  expect(lineOf({ ...calm, cells }, 'sees')).toMatch(words);
});

it('says nothing of what it finds where that is not known', () => {
  const cells = calm.cells.map((each) => ({ ...each, detectableRatio: null }));
  expect(drawn({ ...calm, cells })).not.toContain('sees');
});

it('says what verdicts rest on', () => {
  expect(lineOf(sideBySide, 'rests on')).toMatch(/^8 pairs in 4 cells, 15 in 3 cells; a pair is/);
  expect(lineOf(calm, 'rests on')).toMatch(/^8 pairs; a pair is/);
  expect(lineOf(stored, 'rests on')).toBe('14 past runs.');
  expect(drawn({ ...stored, history: null })).not.toContain('rests on');
});

it('names the level of the intervals, from the least to the most', () => {
  expect(drawn(calm)).toMatch(/ 95 % /);
  const cells = calm.cells.map((each, index) => ({ ...each, levelRatio: index === 0 ? 0.9967 : 0.95 }));
  expect(drawn({ ...calm, cells })).toMatch(/ 95–99\.67 % /);
});

it('proposes commands for the cells in question, whatever they are called', () => {
  const file = "bench/my bench's.ts";
  const cells = [
    cell('a gather', 'regressed', 1),
    cell('b pool w2', 'regressed', 1),
    { ...cell('c gather', 'regressed', 1), file },
    cell('d sequential', 'improved', 1),
  ];
  expect(drawn({ ...calm, cells })).toContain("`a b 'bench/my bench'\\''s.ts' --strategy gather,pool`");
  expect(drawn({ ...stored, cells })).toContain(
    "`overlap gate 'bench/my bench'\\''s.ts' --strategy gather --base REF` measures both versions in turn",
  );
  expect(drawn({ ...stored, cells: cells.slice(0, 2) })).not.toContain('next:');
  expect(drawn({ ...calm, unmatched: [unmatched('look-up pool w2', 'broken', 'boom')] })).toContain(
    '`overlap run bench/look-up.scenario.ts --strategy pool` in head',
  );
  const whole = { ...unmatched('look-up', 'broken', 'it does not load'), name: 'all strategies' };
  expect(drawn({ ...calm, unmatched: [whole] })).toContain('`overlap run bench/look-up.scenario.ts` in head');
  expect(drawn(calm)).not.toContain('next:');
});

it('folds what nobody has to act on only where there is much of it', () => {
  const text = drawn(large);
  expect(text).toContain('34 cells within margin: look-up (1), download-pages (2), count-primes (1), page-0 (6)');
  expect(text).not.toContain('bounded c30');
  expect(text).toMatch(/All cells: .*--format markdown/);
  expect(drawn(large, true)).toContain('bounded c30');
  expect(drawn(calm)).not.toContain('All cells');
  const open = large.cells.map((each) => ({ ...each, verdict: 'inconclusive' as const, reason: 'too wild' }));
  expect(drawn({ ...large, cells: open })).toMatch(/bounded c30[\s\S]*\nall 37 inconclusive cells: too wild/);
  expect(drawn({ ...large, cells: open })).not.toContain('cells within margin');
});

it('says what was compared, where and when, each once', () => {
  const said = (comparison: Comparison) => ['measured', 'base', 'head'].map((label) => lineOf(comparison, label));
  expect(said(sideBySide)).toEqual([
    '2026-11-24T10:00:00.000Z, both versions in turn for 41.9 s, on Example CPU @ 2.50GHz, 2 cores.',
    'HEAD^1, commit 0123456789ab',
    'working tree',
  ]);
  const labelled = { ...sideBySide, base: { ...sideBySide.base, label: 'HEAD^1 (01234567)' } };
  expect(lineOf(labelled, 'base')).toBe('HEAD^1 (01234567)');
  expect(said(stored)).toEqual([
    undefined,
    '14 past runs, 2026-11-20T10:00:00.000Z, commit 0123456789ab, Example CPU @ 2.50GHz, 2 cores',
    'head.json, 2026-11-24T10:00:00.000Z, commit fedcba987654, Example CPU @ 2.50GHz, 2 cores',
  ]);
});
