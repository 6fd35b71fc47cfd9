// What GitHub shows beside files: the right level, never more than it shows, and no command that a name could start.

import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../model/report/comparison.ts';
import { calm, cell, interrupted, sideBySide, unbelievable, unmatched } from '../../testing/sample-comparisons.ts';
import { annotations } from './annotations.ts';
import { annotationLine, escapeData, escapeProperty } from './workflow-command.ts';

const linesOf = (comparison: Comparison, strict = false, folder = '') =>
  annotations(comparison, { strict, folder })
    .split('\n')
    .filter((line) => line !== '');
const levelsOf = (lines: readonly string[]) => lines.map((line) => /^::(\w+) /.exec(line)?.[1]);

describe('annotations', () => {
  it('are errors for what fails the command, warnings for what somebody should see, notices for good news', () => {
    expect(linesOf(sideBySide)).toEqual([
      '::error title=look-up%2C pool w2%3A FAILED in head,file=bench/look-up.scenario.ts::no numbers in head: TASK_THREW: Cannot find module ./table.js',
      '::error title=look-up%2C gather%3A regressed,file=bench/look-up.scenario.ts::+12.8 %25 (+10.8…+14.9 %25), 12.6 ms in base, 14.2 ms in head.%0AA change counts beyond 3 %25.',
      '::warning title=download-pages%2C bounded c8%3A outputs changed::its tasks give other outputs in head than in base',
      '::warning title=old-parser%2C sequential%2C gather%3A removed::the scenario is in base only',
      '::notice title=count-primes%2C pool w2%3A improved::-12.9 %25 (-15.8…-9.8 %25), 33.2 ms in base, 28.9 ms in head.%0AA change counts beyond 3 %25.',
    ]);
  });

  it('are warnings for open cells, too, where these fail the command', () => {
    const more = linesOf(sideBySide, true).filter((line) => !linesOf(sideBySide).includes(line));
    expect(more).toEqual([
      '::warning title=new-parser%2C sequential%3A new%2C nothing to compare with::the scenario is in head only',
      expect.stringMatching(/^::warning title=look-up%2C bounded c4%3A inconclusive,file=.*%0Athe pairs do not agree/),
    ]);
  });

  it('are warnings for open cells where there are no others', () => {
    const elsewhere = unmatched('a gather', 'not comparable', 'different machines');
    expect(linesOf({ ...calm, unmatched: [elsewhere] })).toEqual([]);
    expect(linesOf({ ...calm, cells: [], unmatched: [elsewhere] })).toEqual([
      '::warning title=a%2C gather%3A could not be compared::different machines',
    ]);
  });

  it('are none where nothing happened', () => expect(annotations(calm, { strict: true })).toBe(''));

  it('name no cell where no verdict is to be believed', () => {
    expect(linesOf(unbelievable)).toEqual([
      expect.stringMatching(/^::error title=overlap-bench%3A the self-test failed::/),
    ]);
    expect(linesOf(interrupted)).toEqual(['::warning title=overlap-bench%3A interrupted::No verdict is given.']);
  });

  it('name files from the top of the repository', () => {
    expect(linesOf(sideBySide, false, 'packages/a')[0]).toContain(',file=packages/a/bench/look-up.scenario.ts::');
  });

  it.each([10, 11, 25])('are never more than ten of a level: %i', (count) => {
    const cells = Array.from({ length: count }, (_, index) => cell(`s${index} gather`, 'regressed', 10));
    const lines = linesOf({ ...calm, cells: [...cells, cell('good gather', 'improved', 10)] });
    expect(levelsOf(lines)).toEqual([...new Array(10).fill('error'), 'notice']);
    const last = lines[9] ?? '';
    if (count === 10) expect(last).toContain('s9%2C gather');
    else expect(last).toMatch(`::error title=overlap-bench%3A ${count - 9} more errors::`);
  });

  it('keep names and messages from being commands', () => {
    const reason = 'boom\n::error::mine\r::stop-commands::x\u001b[31m';
    const nasty = { ...unmatched('a,file=b::c gather', 'broken', reason), file: 'x,line=3::y.ts' };
    const lines = annotations({ ...calm, unmatched: [nasty] }, { strict: false }).split(/\r|\n/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      /^::error title=a%2Cfile=b%3A%3Ac%2C gather%3A FAILED in head,file=x%2Cline=3%3A%3Ay\.ts::boom/,
    );
  });
});

describe('escaping', () => {
  it('is that of the toolkit', () => {
    expect(escapeData('50 % a:b,c\r\nd')).toBe('50 %25 a:b,c%0D%0Ad');
    expect(escapeProperty('50 % a:b,c\r\nd')).toBe('50 %25 a%3Ab%2Cc%0D%0Ad');
    expect(escapeData('%0A')).toBe('%250A');
  });

  it('keeps the lines of a text and nothing that acts unseen', () => {
    const line = annotationLine({ level: 'notice', title: 'a\nb', file: null, text: 'one\u202e\ntwo\u001b[1m' });
    expect(line).toBe('::notice title=a b::one%0Atwo\n');
  });
});
