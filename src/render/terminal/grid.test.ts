// Columns stand below each other whatever is in them: the width that a terminal gives, not a count of characters.

import { expect, it } from 'vitest';
import { table } from '../page/page.ts';
import { textWidth } from '../text-width.ts';
import { drawGrid } from './grid.ts';

it('aligns what is wider or narrower than its characters', () => {
  const names = ['👩‍👩‍👧 family', '🇩🇪', '日本語', 'e\u0301te\u0301', 'हिन्दी', '✔ done', 'xx', ''];
  const { columns } = table(names, [
    { header: 'name', kind: 'word', cell: (name) => name, tone: () => 'good' },
    { header: 'a\nn', kind: 'figure', cell: () => 'x1' },
  ]);
  const [, , ...lines] = drawGrid(columns, false).trimEnd().split('\n');
  expect(new Set(lines.map(textWidth))).toEqual(new Set([13]));
  expect(lines.slice(1).map((line) => line.replace(/ +x1$/u, ''))).toEqual(names);
});

it('puts short headers on the rule and long cells below themselves', () => {
  const { columns } = table(
    [1, 2],
    [
      { header: 'n', kind: 'figure', cell: String },
      { header: 'a\nb', kind: 'prose', cell: (n) => `one${n}\ntwo` },
    ],
  );
  expect(drawGrid(columns, false)).toBe('   a\nn  b\n─  ────\n1  one1\n   two\n2  one2\n   two\n');
});
