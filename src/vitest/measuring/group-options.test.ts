import { expect, it } from 'vitest';
import { groupOf } from '../testing/fake-machine.ts';
import { groupOptions } from './group-options.ts';

const TWO = [
  { name: 'one', fn: () => 1 },
  { name: 'two', fn: () => 2 },
];

it('takes as long for a group as vitest does, by default', () => {
  const { measuring, warmup, retainsSamples } = groupOptions(groupOf(TWO));
  expect(measuring).toEqual({ ms: 2_000, callCount: 64 });
  expect(warmup).toEqual({ ms: 500, callCount: 16 });
  expect(retainsSamples).toBe(false);
});

it('does what it is told', () => {
  const told = { time: 30, iterations: 5, warmupTime: 20, warmupIterations: 3, retainSamples: true };
  const { measuring, warmup, retainsSamples } = groupOptions(groupOf(TWO, told));
  expect(measuring).toEqual({ ms: 60, callCount: 5 });
  expect(warmup).toEqual({ ms: 40, callCount: 3 });
  expect(retainsSamples).toBe(true);
  expect(groupOptions(groupOf(TWO, { warmup: false })).warmup).toBeNull();
});

it('refuses functions that run at once', () => {
  expect(() => groupOptions(groupOf(TWO, { concurrency: 'task' }))).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining("concurrency: 'task'") }),
  );
});

it('refuses two functions of one name, as vitest does', () => {
  expect(() => groupOptions(groupOf([...TWO, { name: 'one', fn: () => 1 }]))).toThrow('already exists');
});

it.each(['the test', 'the options', 'a function'])('ends when %s is called off', (whose) => {
  const controller = new AbortController();
  const { signal } = controller;
  const group = groupOf(
    whose === 'a function' ? [{ name: 'one', fn: () => 1, fnOpts: { signal } }] : TWO,
    whose === 'the options' ? { signal } : {},
    whose === 'the test' ? signal : undefined,
  );
  const { throwIfAborted } = groupOptions(group);
  throwIfAborted();
  controller.abort(new Error('called off'));
  expect(throwIfAborted).toThrow('called off');
});
