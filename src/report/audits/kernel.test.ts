// A lasting step in what the same computing costs, and where it is found.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { countPrimes } from '../testing/sample-documents.ts';
import { kernelAudit } from './kernel.ts';

/** What the audit says of rounds that computed for so many milliseconds, in so many epochs of equal length. */
function steps(costsMs: readonly number[], epochCount = 1, change: Partial<Sample> = {}, kind: 'cpu' | 'io' = 'cpu') {
  const sample = ({ round }: Sample) => ({ computeWallMs: costsMs[round] ?? 0, ...change });
  const scenario = { ...countPrimes, kind, roundCount: costsMs.length, epochCount };
  const data = dataOf(quiet(changed(scenario, 'pool', { sample })));
  return kernelAudit.check(armNamed('pool w2', data), data);
}

const rounds = (count: number, costMs: number) => new Array<number>(count).fill(costMs);

test('a rise by two is a step, a smaller one is told with its size', () => {
  expect(steps([...rounds(6, 10), ...rounds(6, 20)])).toEqual({
    passed: false,
    detail:
      'the same computing cost at least 10.0 ms before round 6 and 20.0 ms from then on, so it is not one program',
  });
  expect(steps([...rounds(6, 10), ...rounds(6, 19)])).toEqual({
    passed: true,
    detail: 'the cheapest round changed by at most 1.90 times',
  });
  expect(steps([...rounds(6, 19), ...rounds(6, 10)])?.detail).toMatch(/at most 1\.90 times/);
  expect(steps(rounds(12, 10))?.detail).toBe('the cheapest round changed by at most 1.00 times');
});

test('a fall is a step as well, and stands where the cheap rounds begin', () => {
  expect(steps([...rounds(7, 30), ...rounds(5, 10)])?.detail).toMatch(
    /at least 30\.0 ms before round 7 and 10\.0 ms from then on/,
  );
  expect(steps([...rounds(7, 20), ...rounds(5, 10)])?.detail).toMatch(/before round 7 and 10\.0 ms/);
});

test('a rise is told where it first shows, although it is larger later', () => {
  expect(steps([...rounds(5, 10), ...rounds(5, 25), ...rounds(5, 60)])?.detail).toMatch(/before round 5 and 25\.0 ms/);
  expect(steps([...rounds(5, 10), ...rounds(5, 20), ...rounds(5, 60)])?.detail).toMatch(/before round 5 and 20\.0 ms/);
});

test('of smaller falls the largest is told', () => {
  expect(steps([...rounds(4, 19), ...rounds(4, 15), ...rounds(4, 10)])?.detail).toMatch(/at most 1\.90 times/);
});

test('each side needs three rounds, or a tenth of all', () => {
  expect(steps([...rounds(3, 10), ...rounds(3, 30)])?.passed).toBe(false);
  expect(steps([...rounds(2, 10), ...rounds(3, 30)])).toBeNull();
  expect(steps([...rounds(2, 30), ...rounds(10, 10)])?.passed).toBe(true);
  expect(steps([...rounds(3, 30), ...rounds(10, 10)])?.passed).toBe(false);
  expect(steps([...rounds(10, 10), ...rounds(3, 30)])?.passed).toBe(false);
  expect(steps([...rounds(10, 10), ...rounds(2, 30)])?.passed).toBe(true);
  expect(steps([...rounds(36, 10), ...rounds(4, 30)])?.passed).toBe(false);
  expect(steps([...rounds(37, 10), ...rounds(3, 30)])?.passed).toBe(true);
});

test('a neighbour who comes and goes makes no step', () => {
  expect(steps([10, 30, 30, 30, 10, 30, 30, 30, 10, 30, 30, 10])?.detail).toMatch(/at most 1\.00 times/);
});

test('a step that comes anew in every epoch is found by laying the epochs on top of each other', () => {
  const epoch = [...rounds(4, 10), ...rounds(4, 30)];
  expect(steps([...epoch, ...epoch, ...epoch], 3)?.detail).toMatch(
    /at least 10\.0 ms before round 4 of an epoch and 30\.0 ms from then on/,
  );
  expect(steps(epoch, 1)?.detail).toMatch(/before round 4 and/);
  const twice = [...rounds(4, 10), ...rounds(4, 20)];
  expect(steps([...twice, ...twice, ...twice], 3)?.detail).toMatch(/before round 4 of an epoch/);
});

test('of a place in the epochs its cheapest round counts', () => {
  const disturbed = [...rounds(4, 10), ...rounds(4, 30)];
  const honest = [...rounds(4, 10), ...rounds(4, 12)];
  expect(steps([...disturbed, ...disturbed, ...honest], 3)?.passed).toBe(true);
});

test('rounds that did not compute are left out, and so are work that waits and batches too short to judge', () => {
  expect(steps([...rounds(6, 10), ...rounds(6, 0)])?.detail).toMatch(/at most 1\.00 times/);
  expect(steps([...rounds(5, 10), ...rounds(6, 0)])).toBeNull();
  const broken = [...rounds(6, 10), ...rounds(6, 20)];
  expect(steps(broken, 1, {}, 'io')).toBeNull();
  expect(steps(broken, 1, { wallMs: 0.9 })).toBeNull();
});
