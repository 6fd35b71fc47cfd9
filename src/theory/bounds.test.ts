import { expect, test } from 'vitest';
import { seededRandom } from '../model/seeded-random.ts';
import { machineBoundMs, releaseBoundMs } from './bounds.ts';

test('machines: average, longest, and the pigeonhole', () => {
  expect(machineBoundMs([10, 10, 10, 10], 2)).toBe(20);
  expect(machineBoundMs([50, 1, 1], 2)).toBe(50);
  expect(machineBoundMs([10, 10, 10], 2)).toBe(20); // average 15, yet one machine gets two
  expect(machineBoundMs([20, 20, 20, 20, 20, 20, 20], 3)).toBe(60);
  expect(machineBoundMs([], 3)).toBe(0);
});

test('releases: what arrives late must still be computed', () => {
  const at = (atMs: number, computeMs: number) => ({ atMs, computeMs });
  expect(releaseBoundMs([at(30, 10), at(30, 10), at(30, 10)], 1)).toBe(60);
  expect(releaseBoundMs([at(30, 10), at(30, 10), at(30, 10)], 2)).toBe(45);
  expect(releaseBoundMs([at(0, 100), at(90, 5)], 1)).toBe(105);
  expect(releaseBoundMs([at(80, 5), at(0, 10)], 1)).toBe(85);
  expect(releaseBoundMs([at(0, 40)], 8)).toBe(40);
});

/** The least makespan of all ways to hand the tasks to the machines. */
function leastMakespanMs(durationsMs: readonly number[], machineCount: number): number {
  const [first, ...rest] = durationsMs;
  const least = (loads: readonly number[], left: readonly number[]): number => {
    const [next, ...later] = left;
    if (next === undefined) return Math.max(...loads);
    return Math.min(...loads.map((_, at) => least(loads.with(at, (loads[at] as number) + next), later)));
  };
  return first === undefined ? 0 : least([first, ...new Array<number>(machineCount - 1).fill(0)], rest);
}

test('machines: never above the best of all ways to hand the tasks out, and often met', () => {
  const random = seededRandom(2);
  let metCount = 0;
  for (let run = 0; run < 60; run++) {
    const durationsMs = Array.from({ length: 1 + (run % 6) }, () => Math.ceil(random() * 9));
    const machineCount = 1 + (run % 3);
    const least = leastMakespanMs(durationsMs, machineCount);
    const bound = machineBoundMs(durationsMs, machineCount);
    expect(bound, `${durationsMs} on ${machineCount}`).toBeLessThanOrEqual(least);
    if (bound === least) metCount++;
  }
  expect(metCount).toBeGreaterThan(30);
});

test('machines: some machine gets k + 1 of the k·m + 1 longest, the shortest of them at the least', () => {
  expect(machineBoundMs([9, 8, 7, 1], 2)).toBe(15); // of the three longest, two share a machine: 8 + 7
  expect(machineBoundMs([6, 6, 6, 6, 6], 2)).toBe(18); // of five, one machine gets three
  expect(machineBoundMs([1, 7, 8, 9], 2)).toBe(15); // whatever the order
});
