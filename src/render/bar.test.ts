// A bar is as long as its share, and as wide as it says.

import { expect, it } from 'vitest';
import { drawBar } from './bar.ts';
import { textWidth } from './text-width.ts';

it.each([
  [1, 4, '████'],
  [0.5, 4, '██'],
  [0.5, 1, '▌'],
  [0.3, 4, '█▎'],
  [0.0001, 4, '▏'],
  [0.99, 4, '████'],
  [0, 4, ''],
  [-1, 4, ''],
  [7, 4, '████'],
  [Number.NaN, 4, ''],
  [Number.POSITIVE_INFINITY, 2, '██'],
])('%d of %i places is %s', (share, width, bar) => {
  expect(drawBar(share, width)).toBe(bar);
});

it('never takes more places than it is given', () => {
  for (let share = 0; share <= 1; share += 0.01) expect(textWidth(drawBar(share, 7))).toBeLessThanOrEqual(7);
});
