import { describe, expect, it } from 'vitest';
import { FakeMachine, groupOf } from '../testing/fake-machine.ts';
import { groupOptions } from './group-options.ts';
import { samplesOf } from './group-rounds.ts';
import { measureGroup } from './measure-group.ts';

const BRIEF = { time: 10, iterations: 4, warmupTime: 0, warmupIterations: 1 };

function measure(machine: FakeMachine, registrations: Parameters<typeof groupOf>[0], options = {}) {
  const group = groupOf(registrations, { ...BRIEF, ...options });
  return measureGroup(registrations, groupOptions(group), machine.clock, machine.world);
}

describe('a group', () => {
  it('is measured in rounds with the same number of calls for all', async () => {
    const machine = new FakeMachine();
    const group = await measure(machine, [
      { name: 'fast', fn: machine.takes(0.02) },
      { name: 'slow', fn: machine.takes(0.04) },
    ]);
    expect(group).toMatchObject({ names: ['fast', 'slow'], callCount: 4 });
    for (const [index, sampleMs] of [0.08, 0.16].entries()) {
      const samples = samplesOf({ group, index });
      expect(samples).toHaveLength(2 * group.rounds.length);
      for (const sample of samples) expect(sample).toBeCloseTo(sampleMs, 9);
    }
    // The 20 ms of both, in rounds of 0.48 ms.
    expect(group.rounds).toHaveLength(42);
  });

  it('has its hooks around each phase, for all functions before the first round', async () => {
    const machine = new FakeMachine();
    const order: string[] = [];
    const registration = (name: string) => ({
      name,
      fn: () => {
        if (order.at(-1) !== 'rounds') order.push('rounds');
        machine.nowMs += 1;
      },
      fnOpts: {
        beforeAll: (mode?: string) => void order.push(`beforeAll ${name} ${mode}`),
        afterAll: (mode?: string) => void order.push(`afterAll ${name} ${mode}`),
      },
    });
    const setup = (task?: { name: string }, mode?: string) => void order.push(`setup ${task?.name} ${mode}`);
    const teardown = (task?: { name: string }, mode?: string) => void order.push(`teardown ${task?.name} ${mode}`);
    await measure(machine, [registration('a'), registration('b')], { setup, teardown });
    const phase = (mode: string) => [
      ...['a', 'b'].flatMap((name) => [`setup ${name} ${mode}`, `beforeAll ${name} ${mode}`]),
      'rounds',
      ...['a', 'b'].flatMap((name) => [`afterAll ${name} ${mode}`, `teardown ${name} ${mode}`]),
    ];
    expect(order).toEqual([...phase('warmup'), ...phase('run')]);
    order.length = 0;
    await measure(machine, [registration('a'), registration('b')], { setup, teardown, warmup: false });
    expect(order).toEqual(phase('run'));
  });

  it('reads the clock around each call of all functions where one has hooks between calls', async () => {
    const machine = new FakeMachine();
    let readCount = 0;
    const clock = () => {
      readCount++;
      return machine.nowMs;
    };
    const takesLong = () => {
      machine.nowMs += 5;
    };
    const registrations = [
      { name: 'plain', fn: machine.takes(0.02) },
      { name: 'hooked', fn: machine.takes(0.02), fnOpts: { beforeEach: takesLong } },
    ];
    const options = groupOptions(groupOf(registrations, { ...BRIEF, warmup: false }));
    const group = await measureGroup(registrations, options, clock, machine.world);
    expect(samplesOf({ group, index: 1 })[0]).toBeCloseTo(0.02 * group.callCount, 9);
    const plainReads = readCount;
    readCount = 0;
    const [plain] = registrations;
    const alone = groupOptions(groupOf([plain as (typeof registrations)[0]], { ...BRIEF, warmup: false }));
    const single = await measureGroup([plain as (typeof registrations)[0]], alone, clock, machine.world);
    expect(readCount / single.rounds.length).toBeLessThan(plainReads / group.rounds.length / 2);
  });

  it('lets out what a function throws, and runs the closing hooks all the same', async () => {
    const machine = new FakeMachine();
    const closed: string[] = [];
    const thrown = new TypeError('mine');
    const fnOpts = {
      afterAll: () => {
        closed.push('afterAll');
        throw new Error('and this');
      },
    };
    const failing = () => {
      throw thrown;
    };
    const registrations = [
      { name: 'fine', fn: machine.takes(1), fnOpts },
      { name: 'failing', fn: failing, fnOpts },
    ];
    await expect(measure(machine, registrations)).rejects.toBe(thrown);
    expect(closed).toEqual(['afterAll', 'afterAll']);
  });

  it('fails where only a closing hook throws', async () => {
    const machine = new FakeMachine();
    const afterAll = () => Promise.reject(new Error('not closed'));
    await expect(measure(machine, [{ name: 'one', fn: machine.takes(1), fnOpts: { afterAll } }])).rejects.toThrow(
      'not closed',
    );
  });
});
