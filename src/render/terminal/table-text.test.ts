// What a table gives up where a page gets narrower, and in which order: length of its bar, words that can be broken, the
// bar, one grid for several, the grid itself. Never a figure.

import { describe, expect, it } from 'vitest';
import { type ColumnOf, type Table, table } from '../page/page.ts';
import { textWidth } from '../text-width.ts';
import { tableText } from './table-text.ts';

const ROWS = [
  { name: 'one by one', ms: '20.0', share: 1 },
  { name: 'all', ms: '5.0', share: 0.25 },
];
type Item = (typeof ROWS)[number];
const NAME: ColumnOf<Item> = { header: 'name', kind: 'word', cell: ({ name }) => name };
const TIME: ColumnOf<Item> = { header: 'time\nms', kind: 'figure', cell: ({ ms }) => ms };
const BAR: ColumnOf<Item> = { header: '', kind: 'bar', cell: () => '', share: ({ share }) => share };

const lines = (drawn: Table, width: number) => {
  const all = tableText(drawn, width, false).trimEnd().split('\n');
  for (const line of all) expect(textWidth(line)).toBeLessThanOrEqual(width);
  return all;
};

describe('a bar', () => {
  const barred = table(ROWS, [NAME, TIME, BAR]);

  it('is as long as there is room, within reason', () => {
    expect(lines(barred, 200).slice(-2)).toEqual([
      `one by one  20.0  ${'█'.repeat(24)}`,
      `all          5.0  ${'█'.repeat(6)}`,
    ]);
    expect(lines(barred, 30).slice(-2)).toEqual([`one by one  20.0  ${'█'.repeat(12)}`, 'all          5.0  ███']);
  });

  it('has words broken rather than to get lost', () => {
    expect(lines(barred, 24).slice(-3)).toEqual(['one by  20.0  ██████████', 'one', 'all      5.0  ██▌']);
    expect(lines(barred, 20).slice(-4)).toEqual(['one   20.0  ████████', 'by', 'one', 'all    5.0  ██']);
  });

  it('is left out where even that does not help, and no word is broken for nothing', () => {
    expect(lines(barred, 18)).toEqual([
      '            time',
      'name          ms',
      '──────────  ────',
      'one by one  20.0',
      'all          5.0',
    ]);
  });
});

describe('a table too wide', () => {
  const wide = (splits: boolean) => table(ROWS, [NAME, TIME, { ...TIME, header: 'again' }, BAR], { splits });

  it('becomes several that open with the first column', () => {
    const again = ['again', 'and again'].map((header) => ({ ...TIME, header }));
    expect(lines(table(ROWS, [NAME, TIME, ...again], { splits: true }), 25)).toEqual([
      ...['            time', 'name          ms  again', '──────────  ────  ─────'],
      ...['one by one  20.0   20.0', 'all          5.0    5.0'],
      '',
      ...['name        and again', '──────────  ─────────', 'one by one       20.0', 'all               5.0'],
    ]);
  });

  it('becomes paragraphs where it may not be split, or the first column and another do not fit', () => {
    const paragraphs = ['one by', '  one:', '  time', '  ms', '  20.0,', '  again', '  20.0'];
    expect(lines(wide(true), 7).slice(0, 7)).toEqual(paragraphs);
    expect(lines(wide(false), 7).slice(0, 7)).toEqual(paragraphs);
  });

  it('breaks words before it is split', () => {
    expect(lines(wide(true), 19).slice(-3)).toEqual(['one by  20.0   20.0', 'one', 'all      5.0    5.0']);
    expect(lines(wide(false), 19).slice(-3)).toEqual(['one by  20.0   20.0', 'one', 'all      5.0    5.0']);
  });
});

it('cuts no name: a name that is cut is another name', () => {
  const names = ['bounded-concurrency-of-tasks', 'pool w2'];
  const column: ColumnOf<string> = { header: 'name', kind: 'word', cell: (name) => name };
  const figure: ColumnOf<string> = { header: 'n', kind: 'figure', cell: () => '1234' };
  const drawn = tableText(table(names, [column, figure]), 34, false);
  expect(drawn).toContain('bounded-concurrency-of-tasks  1234\npool w2 ');
  expect(tableText(table(names, [column, figure]), 33, false)).toContain('pool w2: n 1234');
});
