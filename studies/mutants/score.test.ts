import type { MutantResult } from '@stryker-mutator/api/core';
import { expect, test } from 'vitest';
import { pageOf, reasonOf } from './page.ts';
import { type FolderScore, killedRatio, scoreOf } from './score.ts';

const SOURCE = ['function half(count: number) {', '  return count /', '    2;', '}'].join('\n');

const mutant = (status: string, line: number, column: number, endLine: number, endColumn: number) =>
  ({
    fileName: 'src/stats/half.ts',
    mutatorName: 'ArithmeticOperator',
    replacement: 'count *\n 2',
    status,
    location: { start: { line, column }, end: { line: endLine, column: endColumn } },
  }) as MutantResult;

const MUTANTS = [
  mutant('Killed', 1, 1, 1, 9),
  mutant('Timeout', 1, 1, 1, 9),
  mutant('NoCoverage', 2, 3, 2, 9),
  mutant('Survived', 2, 10, 3, 6),
  mutant('Ignored', 1, 1, 1, 9),
  mutant('CompileError', 1, 1, 1, 9),
];

const score: FolderScore = {
  folder: 'src/stats',
  measuredAt: '2026-01-02T03:04:05.000Z',
  elapsedMinutes: 1.5,
  ...scoreOf(MUTANTS, () => SOURCE),
};

test('counts what a test noticed, what none did, and what was not tried', () => {
  expect(score).toMatchObject({ mutantCount: 4, killedCount: 2, timedOutCount: 1, loadTimeCount: 1 });
  expect(killedRatio(score)).toBe(0.5);
  expect(killedRatio({ killedCount: 0, mutantCount: 0 })).toBe(1);
});

test('a survivor is known by its line and its code, on one line', () => {
  expect(score.survivors).toEqual([
    {
      file: 'src/stats/half.ts',
      line: 2,
      mutator: 'ArithmeticOperator',
      original: 'return',
      replacement: 'count * 2',
      covered: false,
    },
    expect.objectContaining({ line: 2, original: 'count / 2', covered: true }),
  ]);
});

test('the page lists every survivor, with the reason where one is known', () => {
  const standing = [{ file: 'src/stats/half.ts', original: 'count /', reason: 'halves and doubles are the same here' }];
  const page = pageOf([score], standing);
  expect(page).toMatch(/src\/stats .* 4 .* 2 .* 1 .* 2 .* 1 .* 50\.0 % .* 1\.5 .* 2026-01-02/);
  expect(page).toContain('src/stats/half.ts:2 ArithmeticOperator: return -> count * 2\n    no test passes here');
  expect(page).toContain('count / 2 -> count * 2\n    halves and doubles are the same here');
  expect(page).not.toContain('Not among');
});

test('a reason fits by file, code and replacement, and is out of date once nothing fits it', () => {
  const [, survivor] = score.survivors;
  if (survivor === undefined) throw new Error('no survivor');
  const entry = { file: 'src/stats/half.ts', original: 'count / 2', replacement: 'count * 2', reason: 'why' };
  expect(reasonOf(survivor, [entry])).toBe('why');
  for (const other of [{ file: 'src/stats/other.ts' }, { original: 'count / 3' }, { replacement: 'count + 2' }]) {
    expect(reasonOf(survivor, [{ ...entry, ...other }])).toBeUndefined();
  }
  expect(pageOf([score], [{ ...entry, original: 'gone' }])).toContain(
    'out of time on a busy machine): src/stats/half.ts: gone',
  );
  expect(pageOf([score], [{ ...entry, file: 'src/cli/main.ts' }])).not.toContain('Not among');
});
