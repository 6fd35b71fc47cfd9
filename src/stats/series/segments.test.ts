// The cheapest of all ways to cut a short series, found by trying every one of them.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { squaredDeviations } from '../moments.ts';
import { median } from '../quantile.ts';
import { segmentsOf } from './segments.ts';

/** The ends of the cheapest partition: squared deviations, and 4 ln n noise variances for each segment. */
function cheapestEnds(series: readonly number[]): number[] {
  const steps = series.slice(1).map((value, index) => Math.abs(value - (series[index] as number)));
  const penalty = 4 * Math.log(series.length) * Math.max(1e-12, (median(steps) / 0.954) ** 2);
  let cheapest = { cost: Infinity, ends: [] as number[] };
  for (let cuts = 0; cuts < 2 ** (series.length - 1); cuts++) {
    const ends = [...series.keys()]
      .map((index) => index + 1)
      .filter((end) => end === series.length || (cuts >> (end - 1)) & 1);
    const costs = ends.map((end, at) => squaredDeviations(series.slice(ends[at - 1] ?? 0, end)) + penalty);
    const cost = costs.reduce((sum, each) => sum + each, 0);
    if (cost < cheapest.cost) cheapest = { cost, ends };
  }
  return cheapest.ends;
}

test('no other way to cut is cheaper', () => {
  const random = seededRandom(3);
  let cutCount = 0;
  for (let run = 0; run < 30; run++) {
    const series = Array.from({ length: 2 + (run % 8) }, (_, index) => random() * 0.4 + (index % 5 < 2 ? 0 : run / 10));
    const found = segmentsOf(series);
    expect(
      found.map(({ end }) => end),
      series.join(' '),
    ).toEqual(cheapestEnds(series));
    cutCount += found.length - 1;
  }
  expect(cutCount).toBeGreaterThan(10);
});

test('segments join without a gap, each on the mean of its values', () => {
  const found = segmentsOf([1, 3, 2, 2, 9, 11, 10, 10]);
  expect(found).toEqual([
    { start: 0, end: 4, level: 2 },
    { start: 4, end: 8, level: 10 },
  ]);
});

test('a series that never changes is one segment, however long', () => {
  expect(segmentsOf(new Array<number>(40).fill(0.7))).toEqual([{ start: 0, end: 40, level: expect.closeTo(0.7, 12) }]);
  expect(segmentsOf([2, 2])).toEqual([{ start: 0, end: 2, level: 2 }]);
});
