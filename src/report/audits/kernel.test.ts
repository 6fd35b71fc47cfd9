// A lasting step in what the same computing costs, and where it is found.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
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

test('of ten rounds and more, one moment at which the machine was twice as fast makes no step', () => {
  expect(steps([...rounds(9, 30), 10, ...rounds(3, 29)])?.detail).toMatch(/at most 1\.0\d times/);
  expect(steps([...rounds(9, 30), 10, 10, ...rounds(3, 29)])?.passed).toBe(false);
  expect(steps([...rounds(6, 30), 10, ...rounds(2, 29)])?.passed).toBe(false);
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

/** A rise from 10 to 20 ms after six rounds, or a fall, beside what others used before and after. */
function besideOthers(before: number | null, after: number | null, costsMs = [...rounds(6, 10), ...rounds(6, 20)]) {
  const sample = ({ round }: Sample) => ({
    computeWallMs: costsMs[round % 12] ?? 0,
    foreignCores: round % 12 < 6 ? before : after,
  });
  const told = (epochCount: number) => {
    const scenario = { ...countPrimes, kind: 'cpu' as const, roundCount: 12 * epochCount, epochCount };
    const data = dataOf(quiet(changed(scenario, 'pool', { sample })));
    return kernelAudit.check(armNamed('pool w2', data), data);
  };
  return { once: told(1), inEveryEpoch: told(3) };
}

test('a step that others made is theirs, and explained: dearer beside more of them, cheaper beside fewer', () => {
  expect(besideOthers(0.1, 0.9).once).toEqual({
    passed: true,
    detail:
      'the same computing cost at least 10.0 ms before round 6 and 20.0 ms from then on, while others used 0.1 and then 0.9 cores',
  });
  const fall = [...rounds(6, 20), ...rounds(6, 10)];
  expect(besideOthers(0.9, 0.1, fall).once?.passed).toBe(true);
  expect(besideOthers(0, 1, [...rounds(6, 10), ...rounds(6, 39)]).once?.passed).toBe(true);
  expect(besideOthers(0.1, 0.9).inEveryEpoch).toMatchObject({
    passed: true,
    detail: expect.stringMatching(/round 6 of an epoch .* 0\.1 and then 0\.9 cores$/),
  });
});

test('a step beside others who stayed, or went the other way, or of whom nothing is known, is the kernel’s own', () => {
  const fall = [...rounds(6, 20), ...rounds(6, 10)];
  for (const { once, inEveryEpoch } of [
    besideOthers(0.9, 0.9),
    besideOthers(0.9, 0.1),
    besideOthers(0.1, 0.9, fall),
    besideOthers(null, 0.9),
    besideOthers(null, null),
    // A tenth of the two cores is the ordinary life of a machine.
    besideOthers(0.1, 0.29),
    // A third of a core does not make anything four times as dear.
    besideOthers(0, 0.35, [...rounds(6, 10), ...rounds(6, 40)]),
    besideOthers(0.35, 0, [...rounds(6, 40), ...rounds(6, 10)]),
  ]) {
    expect(once).toMatchObject({ passed: false, detail: expect.stringMatching(/so it is not one program$/) });
    expect(inEveryEpoch?.passed).toBe(false);
  }
});
