import { describe, expect, it } from 'vitest';
import { FakeMachine } from '../testing/fake-machine.ts';
import { measureRounds, warmUp } from './rounds.ts';

const BRIEF = { ms: 0, callCount: 0 };

/** Functions of so many milliseconds a call, and the samples that were taken, as index and number of calls. */
function functionsOf(machine: FakeMachine, callMs: readonly number[]) {
  const taken: { index: number; callCount: number }[] = [];
  const functions = callMs.map((ms, index) => async (callCount: number) => {
    taken.push({ index, callCount });
    machine.nowMs += ms * callCount;
    return ms * callCount;
  });
  return { taken, functions };
}

describe('measured rounds', () => {
  it('take two samples of each function, in an order of their own', async () => {
    const machine = new FakeMachine();
    const { taken, functions } = functionsOf(machine, [1, 10]);
    const rounds = await measureRounds(functions, 3, { ms: 66 * 20, callCount: 0 }, machine.world);
    expect(rounds).toEqual(new Array(20).fill([3, 30, 3, 30]));
    expect(machine.turnCount).toBe(20);
    const orders = rounds.map((_, round) => taken.slice(round * 4, round * 4 + 4).map(({ index }) => index));
    for (const order of orders) expect(order.toSorted()).toEqual([0, 0, 1, 1]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(3);
  });

  it('tell the first samples from the second ones', async () => {
    const machine = new FakeMachine();
    const seen: number[] = [];
    const counting = async () => seen.push(0);
    const rounds = await measureRounds([counting, counting], 1, { ms: 0, callCount: 20 }, machine.world);
    expect(rounds).toHaveLength(10);
    // Neither of the two takes comes first more often than chance has it.
    const firstIsEarlier = rounds.filter((round) => (round[0] as number) < (round[2] as number)).length;
    expect(firstIsEarlier).toBeGreaterThan(0);
    expect(firstIsEarlier).toBeLessThan(10);
  });

  it('go on until both the time and the calls are reached', async () => {
    const machine = new FakeMachine();
    const { functions } = functionsOf(machine, [1]);
    expect(await measureRounds(functions, 5, { ms: 100, callCount: 1 }, machine.world)).toHaveLength(10);
    expect(await measureRounds(functions, 5, { ms: 0, callCount: 95 }, machine.world)).toHaveLength(10);
    expect(await measureRounds(functions, 5, BRIEF, machine.world)).toHaveLength(1);
  });

  it('end where the run was called off', async () => {
    const machine = new FakeMachine();
    const { taken, functions } = functionsOf(machine, [1]);
    const throwIfAborted = () => {
      if (taken.length === 3) throw new Error('called off');
    };
    const measuring = measureRounds(functions, 1, { ms: 1_000, callCount: 0 }, { ...machine.world, throwIfAborted });
    await expect(measuring).rejects.toThrow('called off');
    expect(taken).toHaveLength(3);
  });
});

describe('the warm-up', () => {
  it('gives all functions the same calls, and finds how many make a sample', async () => {
    const machine = new FakeMachine();
    const { taken, functions } = functionsOf(machine, [0.01, 0.02]);
    expect(await warmUp(functions, BRIEF, 2_000, machine.world)).toBe(10);
    const calls = [0, 1].map((one) => taken.filter(({ index }) => index === one).map(({ callCount }) => callCount));
    expect(calls[0]).toEqual(calls[1]);
    expect(calls[0]).toEqual([1, 1, 2, 2, 4, 4, 8, 8, 10, 10]);
  });

  it('is not misled by a call that was slow once', async () => {
    const machine = new FakeMachine();
    let callsBefore = 0;
    const functions = [async (callCount: number) => (callsBefore++ === 0 ? 50 : 0.01 * callCount)];
    expect(await warmUp(functions, BRIEF, 2_000, machine.world)).toBe(10);
  });

  it('follows a function that gets faster when it is compiled', async () => {
    const machine = new FakeMachine();
    let doneCount = 0;
    const compiled = async (callCount: number) => {
      doneCount += callCount;
      return (doneCount > 20 ? 0.01 : 0.02) * callCount;
    };
    expect(await warmUp([compiled], { ms: 0, callCount: 100 }, 2_000, machine.world)).toBe(10);
  });

  it('goes on where a coarse clock saw no time at first', async () => {
    const machine = new FakeMachine();
    const coarse = async (callCount: number) => (callCount < 8 ? 0 : 0.01 * callCount);
    expect(await warmUp([coarse], BRIEF, 2_000, machine.world)).toBe(10);
  });

  it('goes on until its time and its calls are reached', async () => {
    const machine = new FakeMachine();
    const { functions } = functionsOf(machine, [1]);
    await warmUp(functions, { ms: 50, callCount: 0 }, 1_000, machine.world);
    expect(machine.nowMs).toBe(50);
    await warmUp(functions, { ms: 0, callCount: 70 }, 1_000, machine.world);
    expect(machine.nowMs).toBe(120);
  });

  it('refuses a clock that stands still', async () => {
    const machine = new FakeMachine();
    await expect(warmUp([async () => 0], BRIEF, 1_000, machine.world)).rejects.toMatchObject({
      code: 'CLOCK_REPLACED',
      hint: expect.stringContaining("'overlap-bench/vitest/setup'"),
    });
  });
});
