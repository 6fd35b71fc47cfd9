// Cores that others used, from scripted counters.

import { describe, expect, it } from 'vitest';
import type { MachineReading } from './machine-reading.ts';
import { MachineWatch } from './machine-watch.ts';

/** A machine on which time passes only by `pass`, with what others and our own processes use of it meanwhile. */
class ScriptedMachine {
  readonly watch = new MachineWatch(() => this.#now);
  #now: MachineReading = { atMs: 5_000, cpu: { usedMs: 70_000, ownMs: 900 } };

  pass(tookMs: number, { others = 0, own = 0 } = {}): this {
    const { atMs, cpu } = this.#now;
    this.#now = {
      atMs: atMs + tookMs,
      cpu: cpu && { usedMs: cpu.usedMs + (others + own) * tookMs, ownMs: cpu.ownMs + own * tookMs },
    };
    return this;
  }

  turnSilent(): this {
    this.#now = { ...this.#now, cpu: null };
    return this;
  }

  mark(): this {
    this.watch.mark();
    return this;
  }
}

describe('the cores that others used', () => {
  it('are what was used less our own, over the time since the mark', () => {
    const machine = new ScriptedMachine().mark().pass(1_000, { others: 0.9, own: 1.1 });
    expect(machine.watch.foreignCores()).toBeCloseTo(0.9, 10);
    machine.pass(400, { others: 3 }).mark().pass(600, { others: 0.2, own: 1 });
    expect(machine.watch.foreignCores()).toBeCloseTo(0.2, 10);
  });

  it('are never below none, though counters tell time in portions', () => {
    expect(new ScriptedMachine().mark().pass(1_000, { others: -0.02, own: 1 }).watch.foreignCores()).toBe(0);
  });

  it('are looked for in the rounds before a short one too, as far back as a quarter of a second', () => {
    const machine = new ScriptedMachine().mark();
    machine.pass(200, { others: 1 }).mark();
    machine.pass(100, { others: 0.5 }).mark();
    machine.pass(100, { others: 2 });
    // The last reading that is old enough lies 400 ms back, the one after it only 200.
    expect(machine.watch.foreignCores()).toBeCloseTo((200 * 1 + 100 * 0.5 + 100 * 2) / 400, 10);
    machine.pass(60);
    expect(machine.watch.foreignCores()).toBeCloseTo((100 * 0.5 + 100 * 2) / 260, 10);
  });

  it('of a long round are those of this round alone', () => {
    const machine = new ScriptedMachine().mark().pass(100, { others: 2 }).mark().pass(250, { others: 1 });
    expect(machine.watch.foreignCores()).toBeCloseTo(1, 10);
  });

  it('are unknown before a quarter of a second has passed, and where the system does not tell', () => {
    expect(new ScriptedMachine().watch.foreignCores()).toBeNull();
    const machine = new ScriptedMachine().mark().pass(249, { others: 1 });
    expect(machine.watch.foreignCores()).toBeNull();
    expect(machine.pass(1, { others: 1 }).watch.foreignCores()).toBeCloseTo(1, 10);
    expect(new ScriptedMachine().turnSilent().mark().pass(1_000).watch.foreignCores()).toBeNull();
    expect(new ScriptedMachine().mark().pass(1_000).turnSilent().watch.foreignCores()).toBeNull();
  });
});
