// JUnit: it fails where the command fails, adds up, and holds nothing that a strict reader refuses.

import { describe, expect, it } from 'vitest';
import { outcomeOfComparison } from '../../api/outcome.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import { calm, cell, SAMPLE_COMPARISONS, sideBySide, unbelievable, unmatched } from '../testing/sample-comparisons.ts';
import { junit } from './junit.ts';

/** Nothing was compared. */
const elsewhere: Comparison = {
  ...calm,
  comparable: false,
  cells: [],
  unmatched: [unmatched('a gather', 'not comparable', 'different machines')],
};

const drawn = (comparison: Comparison, strict = false) => junit(comparison, { strict });
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const testsOf = (text: string) =>
  [...text.matchAll(/<testcase classname="([^"]*)" name="([^"]*)".*?>\s*<([\w-]+)/g)].map(
    ([, suite, name, outcome]) => `${suite}/${name}: ${outcome}`,
  );

describe('junit', () => {
  it('has a test for each cell, with its outcome', () => {
    expect(testsOf(drawn(sideBySide))).toEqual([
      'overlap-bench self-test/the gate on itself: system-out',
      'look-up/pool w2: error',
      'look-up/gather: failure',
      'look-up/bounded c4: skipped',
      'look-up/sequential: system-out',
      'download-pages/bounded c8: skipped',
      'download-pages/sequential: system-out',
      'download-pages/gather: system-out',
      'old-parser/sequential: skipped',
      'old-parser/gather: skipped',
      'new-parser/sequential: skipped',
      'count-primes/pool w2: system-out',
      'count-primes/sequential: system-out',
    ]);
    const strict = testsOf(drawn(sideBySide, true));
    expect(strict.filter((line) => line.endsWith('skipped'))).toEqual([]);
    expect(strict).toContain('look-up/bounded c4: failure');
  });

  it.each(
    Object.entries({ ...SAMPLE_COMPARISONS, elsewhere }).flatMap(([name, each]) =>
      [false, true].map((strict) => [name, strict, each] as const),
    ),
  )('of %s fails where the command does, strict %s', (name, strict, comparison) => {
    const isFailed = /<(failure|error) /.test(drawn(comparison, strict));
    // One that was interrupted has nothing to say of the code.
    expect(isFailed).toBe(name === 'interrupted' ? false : outcomeOfComparison(comparison, strict) !== 0);
  });

  it('adds up', () => {
    for (const text of Object.values(SAMPLE_COMPARISONS).flatMap((each) => [drawn(each), drawn(each, true)])) {
      const [totals, ...suites] = text.match(/<testsuites? .*>/g) ?? [];
      const sum = (name: string) =>
        suites.reduce((all, suite) => all + Number(new RegExp(` ${name}="(\\d+)"`).exec(suite)?.[1]), 0);
      expect(sum('tests')).toBe(count(text, /<testcase /g));
      expect(sum('failures')).toBe(count(text, /<failure /g));
      expect(sum('errors')).toBe(count(text, /<error /g));
      expect(sum('skipped')).toBe(count(text, /<skipped>/g));
      for (const name of ['tests', 'failures', 'errors']) expect(totals).toContain(` ${name}="${sum(name)}"`);
    }
  });

  it('blames the machine for a failed self-test, and no cell', () => {
    const outcomes = testsOf(drawn(unbelievable));
    expect(outcomes[0]).toBe('overlap-bench self-test/the gate on itself: error');
    expect(outcomes.slice(1).every((line) => line.endsWith(': skipped'))).toBe(true);
    expect(drawn(unbelievable)).toContain('<skipped>no verdict: the self-test failed</skipped>');
  });

  it('tells times in seconds and dates without a zone', () => {
    const text = drawn({
      ...calm,
      cells: [cell('a gather', 'within margin', 2_000, { change: { ratio: 1, low: 0.9, high: 1.1 } })],
    });
    expect(text).toContain('<testcase classname="a" name="gather" time="2.000000">');
    expect(text).toContain(' timestamp="2026-11-24T10:00:00"');
  });

  it('gives each test a name of its own', () => {
    const twice = [cell('a gather', 'within margin', 1), cell('a gather', 'within margin', 1)];
    expect(testsOf(drawn({ ...calm, selfTest: null, cells: twice }))).toEqual([
      'a/gather: system-out',
      'a/gather (2): system-out',
    ]);
  });

  it('keeps text from being markup, and drops what XML has no place for', () => {
    const text = drawn({
      ...calm,
      unmatched: [unmatched('a<b>&"\'c gather', 'broken', 'x]]> & <y>\u0000\u001b[31m\ufffe\ud800')],
    });
    expect(text).toContain('<testsuite name="a&lt;b&gt;&amp;&quot;&apos;c"');
    expect(text).toContain('>broken: x]]&gt; &amp; &lt;y&gt;');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff]/u);
  });

  it('knows no attribute that Jenkins refuses', () => {
    const text = drawn(sideBySide);
    expect(text).not.toMatch(/ file=|<testsuites [^>]*skipped=|<skipped [^>]*message=/);
  });
});
