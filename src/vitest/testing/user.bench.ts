// Benchmarks of a user, for provider.test.ts: what must pass passes, and the tests called "fails" must fail.

import { expect, test, vi } from 'vitest';

/** Little time, and calls enough for a machine that has more to do. */
const BRIEF = { time: 60, warmupTime: 20, iterations: 400 };
/** A hundred times the work is slower on any machine. */
const work = (turns: number) => {
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) sum += turn % 7;
  return sum;
};
const light = () => work(1_000);
const heavy = () => work(100_000);

// First, so that nothing but the set-up file can have taken the clock before the timers are fake.
test('measures one function alone, under fake timers too', async ({ bench }) => {
  vi.useFakeTimers();
  const result = await bench('light', light).run(BRIEF);
  vi.useRealTimers();
  expect(result.latency.samplesCount).toBeGreaterThan(1);
});

test('decides', async ({ bench, task }) => {
  const results = await bench.compare(
    bench('light', { retainSamples: true }, light),
    bench('heavy', async () => heavy()),
    BRIEF,
  );
  const [one, other] = [results.get('light'), results.get('heavy')];
  expect(one).toBeDecidedlyFasterThan(other, { margin: 1 });
  expect(other).not.toBeDecidedlyFasterThan(one);
  expect(one).toBeFasterThan(other);
  expect(one.latency.samples).toHaveLength(one.latency.samplesCount);
  expect(other.latency.samples).toBeUndefined();
  expect(task.annotations[0]?.message).toMatch(/^faster: "light" is \d+(\.\d)? times as fast as "heavy"/);
  expect(task.benchmarks[0]?.tasks.map(({ name, rank }) => [name, rank])).toEqual([
    ['light', 1],
    ['heavy', 2],
  ]);
});

test('fails: nothing is faster than itself measured later', async ({ bench }) => {
  const one = await bench('light', light).run(BRIEF);
  expect(one).toBeDecidedlyFasterThan(await bench('heavy', heavy).run(BRIEF));
});

test('fails: the function throws', async ({ bench }) => {
  const throwing = () => {
    throw new TypeError('thrown by a user');
  };
  await bench.compare(bench('light', light), bench('throwing', throwing), BRIEF);
});

test('fails: the heavy one is not faster', async ({ bench }) => {
  const results = await bench.compare(bench('light', light), bench('heavy', heavy), BRIEF);
  expect(results.get('heavy')).toBeDecidedlyFasterThan(results.get('light'));
});

test('fails: it takes too long, and is ended', { timeout: 300 }, async ({ bench }) => {
  await bench.compare(bench('light', light), bench('heavy', heavy), { time: 600_000 });
});
