// Whatever room there is, what is left is whole Markdown, and says what is not there.

import { describe, expect, it } from 'vitest';
import { large } from '../../testing/sample-comparisons.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { MOST_SUMMARY_BYTES, stepSummary } from './step-summary.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => `| größer ${index} | 日本語 |`);
const TEXT = `${[
  '**first** line',
  '',
  '| a | b |',
  '| --- | ---: |',
  ...rows(20),
  '',
  '<details><summary>More</summary>',
  '',
  '| c | d |',
  '| --- | --- |',
  ...rows(20),
  '',
  '</details>',
  '',
  '- last',
].join('\n')}\n`;
const TEXT_BYTES = Buffer.byteLength(TEXT);
const NOTE =
  /\*\*Cut here\*\*, since there is no room for more: (?:(\d+) rows of tables)?(?: and )?(?:(\d+) other lines)? are left out\./;

describe('cutMarkdown', () => {
  it('leaves alone what fits', () => {
    expect(cutMarkdown(TEXT, TEXT_BYTES)).toBe(TEXT);
    expect(cutMarkdown(TEXT, TEXT_BYTES - 1)).not.toBe(TEXT);
  });

  it('says nothing where there is no room to say it', () => expect(cutMarkdown(TEXT, 199)).toBe(''));

  const sizes = Array.from({ length: TEXT_BYTES - 200 }, (_, index) => index + 200);

  it('fits into every size, in whole lines', () => {
    const lines = TEXT.split('\n');
    for (const size of sizes) {
      const cut = cutMarkdown(TEXT, size);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(size);
      const [kept = ''] = cut.split(/(?:\n\n<\/details>)?(?:^|\n\n)\*\*Cut here/);
      const keptLines = kept === '' ? [] : kept.split('\n');
      expect(keptLines).toEqual(lines.slice(0, keptLines.length));
    }
  });

  it('counts what is left out', () => {
    for (const size of sizes) {
      const cut = cutMarkdown(TEXT, size);
      const [, leftRows = 0] = NOTE.exec(cut) ?? [];
      const keptRows = cut.match(/^\| größer/gm)?.length ?? 0;
      expect(cut).toMatch(NOTE);
      expect(keptRows + Number(leftRows)).toBe(40);
    }
  });

  it('leaves no table without a row and no fold open', () => {
    for (const size of sizes) {
      const cut = cutMarkdown(TEXT, size);
      expect(cut).not.toMatch(/^\| [ac] \| [bd] \|\n(?!\| --- \| -+:? \|\n\| größer)/m);
      expect(cut.match(/<details>/g)?.length ?? 0).toBe(cut.match(/<\/details>/g)?.length ?? 0);
    }
  });
});

describe('a step summary', () => {
  it('is the whole page where there is room', () => {
    expect(stepSummary(large)).toContain('| page-4 | bounded c30 |');
    expect(Buffer.byteLength(stepSummary(large))).toBeLessThan(MOST_SUMMARY_BYTES);
  });

  it('is never more than GitHub takes', () => {
    const cells = Array.from({ length: 40_000 }, (_, index) => {
      const [cell] = large.cells;
      if (cell === undefined) throw new Error('expected a cell');
      return { ...cell, name: `größer ${index}` };
    });
    const text = stepSummary({ ...large, cells });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_SUMMARY_BYTES);
    expect(MOST_SUMMARY_BYTES).toBeLessThan(1_024 * 1_024);
    expect(text).toMatch(/^\*\*overlap-bench:\*\*/);
    expect(text).toMatch(NOTE);
    expect(Buffer.from(text).toString()).toBe(text);
  });

  it('takes the room that others leave', () => {
    expect(Buffer.byteLength(stepSummary(large, { roomBytes: 1_000 }))).toBeLessThanOrEqual(1_000);
    expect(stepSummary(large, { roomBytes: -5 })).toBe('');
  });
});
