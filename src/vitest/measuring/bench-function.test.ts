import type { Task } from 'tinybench';
import { describe, expect, it } from 'vitest';
import { FakeMachine } from '../testing/fake-machine.ts';
import { BenchFunction } from './bench-function.ts';

const TASK = { name: 'mine' } as Task;
const functionOf = (fn: () => unknown, fnOpts = {}, machine = new FakeMachine()) =>
  new BenchFunction({ name: 'mine', fn, fnOpts }, TASK, machine.clock);

describe('what the first call tells', () => {
  it('is whether calls are awaited; it is no part of a sample', async () => {
    const machine = new FakeMachine();
    const late = async () => {
      await Promise.resolve();
      machine.nowMs += 1;
    };
    expect(await functionOf(late, {}, machine).takeSample(5, false)).toBe(5);
    expect(machine.nowMs).toBe(6);
  });

  it('counts for anything that can be awaited', async () => {
    const machine = new FakeMachine();
    const then = (done: () => void) => {
      machine.nowMs += 1;
      done();
    };
    expect(await functionOf(() => ({ then }), {}, machine).takeSample(5, false)).toBe(5);
  });

  it('is not asked for where the user says it', async () => {
    const machine = new FakeMachine();
    const called: string[] = [];
    const one = functionOf(machine.takes(1, called), { async: false }, machine);
    expect(await one.takeSample(5, false)).toBe(5);
    expect(called).toHaveLength(5);
  });

  it('is refused where it brings a duration of its own', async () => {
    const own = functionOf(async () => ({ overriddenDuration: 1 }));
    await expect(own.takeSample(1, false)).rejects.toMatchObject({
      code: 'USAGE',
      hint: expect.stringMatching(/beforeEach/),
    });
  });
});

it('runs hooks as vitest does: with the task, the phase, and around every call', async () => {
  const order: unknown[] = [];
  const hook = (name: string) =>
    function (this: Task, mode?: string) {
      order.push([name, mode, this.name]);
    };
  const hooks = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'].map((name) => [name, hook(name)]);
  const one = functionOf(() => order.push('call'), Object.fromEntries(hooks));
  expect(one.hasHooksBetweenCalls).toBe(true);
  await one.open('warmup');
  await one.takeSample(1, true);
  await one.close();
  const aCall = [['beforeEach', 'warmup', 'mine'], 'call', ['afterEach', 'warmup', 'mine']];
  expect(order).toEqual([['beforeAll', 'warmup', 'mine'], ...aCall, ...aCall, ['afterAll', 'warmup', 'mine']]);
  await one.open('run');
  expect(order.at(-1)).toEqual(['beforeAll', 'run', 'mine']);
});

it.each(['beforeEach', 'afterEach'])('knows that %s runs between calls', (name) => {
  expect(functionOf(() => 1, { [name]: () => {} }).hasHooksBetweenCalls).toBe(true);
  expect(functionOf(() => 1, { beforeAll: () => {} }).hasHooksBetweenCalls).toBe(false);
});

it('lets out what the function throws, unchanged', async () => {
  const thrown = new TypeError('mine');
  const one = functionOf(() => {
    throw thrown;
  });
  await expect(one.takeSample(1, false)).rejects.toBe(thrown);
});
