import { expect, it } from 'vitest';
import { FakeMachine } from '../testing/fake-machine.ts';
import { lastReturned, timeCalls } from './timing-loop.ts';

it('times so many calls, and keeps what the last one returned', async () => {
  const machine = new FakeMachine();
  const called: string[] = [];
  const calls = { call: machine.takes(3, called, 'call'), isAwaited: false };
  expect(await timeCalls(calls, 4, false, machine.clock)).toBe(12);
  expect(called).toHaveLength(4);
  expect(lastReturned).toBe(3);
});

it('waits for each promise before the next call, where calls are awaited', async () => {
  const machine = new FakeMachine();
  let underWay = 0;
  const call = async () => {
    expect(underWay++).toBe(0);
    await Promise.resolve();
    machine.nowMs += 2;
    underWay--;
  };
  expect(await timeCalls({ call, isAwaited: true }, 3, false, machine.clock)).toBe(6);
});

it('does not wait where they are not', async () => {
  const machine = new FakeMachine();
  const call = () => new Promise(() => {});
  expect(await timeCalls({ call, isAwaited: false }, 3, false, machine.clock)).toBe(0);
});

it.each([true, false])('leaves hooks out of the time, awaited: %s', async (isAwaited) => {
  const machine = new FakeMachine();
  const order: string[] = [];
  const slowly = (name: string) => async () => {
    await Promise.resolve();
    order.push(name);
    machine.nowMs += 100;
  };
  const calls = {
    ...{ call: machine.takes(1, order, 'call'), isAwaited },
    ...{ beforeEach: slowly('before'), afterEach: slowly('after') },
  };
  expect(await timeCalls(calls, 2, true, machine.clock)).toBe(2);
  expect(order).toEqual(['before', 'call', 'after', 'before', 'call', 'after']);
});
