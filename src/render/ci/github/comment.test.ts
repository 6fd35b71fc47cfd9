// A comment: found again by its first line, short, and calling nobody.

import { expect, it } from 'vitest';
import { calm, cell, large, sideBySide, unbelievable, unmatched } from '../../testing/sample-comparisons.ts';
import { COMMENT_MARKER, comment } from './comment.ts';

it('begins with the marker, then the outcome, then what fails and what changed', () => {
  const text = comment(sideBySide);
  expect(text.startsWith(`${COMMENT_MARKER}\n**overlap-bench:** 1 cell FAILED in head.`)).toBe(true);
  const places = ['FAILED in head:', '| regressed |', '| improved |', '<details>', 'rests on:'].map((words) =>
    text.indexOf(words),
  );
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(places).not.toContain(-1);
});

it('leaves out cells that nobody has to act on', () => {
  expect(comment(large)).not.toMatch(/within margin \||inconclusive \|/);
  expect(comment(large).length).toBeLessThan(3_000);
});

it('shows no verdict that is not to be believed', () => {
  expect(comment(unbelievable)).not.toContain('| regressed |');
  expect(comment(unbelievable)).toContain('The self-test failed');
});

it('says how many more changed', () => {
  const cells = Array.from({ length: 23 }, (_, index) => cell(`s${index} gather`, 'improved', 10));
  const text = comment({ ...calm, cells });
  expect(text.match(/^\| improved/gm)).toHaveLength(20);
  expect(text).toContain('3 more cells changed; the report of the job has them.');
  expect(comment({ ...calm, cells: cells.slice(0, 20) })).not.toContain('more cell');
});

it('fits into a comment whatever failed', () => {
  const failed = Array.from({ length: 900 }, (_, index) =>
    unmatched(`s${index} gather`, 'broken', `${index} ${'ü'.repeat(300)}`),
  );
  expect(Buffer.byteLength(comment({ ...calm, unmatched: failed }))).toBeLessThanOrEqual(65_536);
});

it('mentions nobody and opens no comment of its own', () => {
  const text = comment({ ...calm, unmatched: [unmatched('a gather', 'broken', 'ask @somebody --> <!-- x')] });
  expect(text).not.toMatch(/@\w/);
  expect(text).toContain('@<!-- -->somebody');
  expect(text).toContain('--&gt; &lt;!-- x');
});
