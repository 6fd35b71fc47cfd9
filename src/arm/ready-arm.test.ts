// An arm in this process: what it writes down of a batch is what happened in it. Tasks tell by themselves how many of
// them are under way, collect garbage, or hold a thread without computing; nothing here depends on how fast anything is.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PerformanceObserver } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArmParameters } from '../model/arm-key.ts';
import { fixtureAt } from '../model/server/server-address.ts';
import { FixtureProcess } from '../runner/processes/fixture-process.ts';
import { calibrate } from './calibrate.ts';
import { ReadyArm } from './ready-arm.ts';

let folder = '';
let fixture: FixtureProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arm-'));
  fixture = await FixtureProcess.start();
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});

let fileCount = 0;
async function openArm(parts: string, strategyId: string, parameters: ArmParameters, origin = fixture.origin) {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  writeFileSync(path, `export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 6, ${parts} };`);
  const scenarioUrl = pathToFileURL(path).href;
  return ReadyArm.open({
    scenarioUrl,
    strategyId,
    parameters,
    server: fixtureAt(origin),
    scenarioParameters: {},
    taskCount: 6,
    deadlineMs: 20_000,
  });
}

/** Every task adds itself to a shared count, notes the most it ever saw, and leaves after a few milliseconds. */
const COUNTING = `
  inputs: (taskCount) => {
    const shared = new Int32Array(new SharedArrayBuffer(8));
    return Array.from({ length: taskCount }, () => shared);
  },
  io: async (shared) => {
    const count = Atomics.add(shared, 0, 1) + 1;
    for (;;) {
      const most = Atomics.load(shared, 1);
      if (count <= most || Atomics.compareExchange(shared, 1, most, count) === most) break;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
    Atomics.sub(shared, 0, 1);
    return 'done';
  }`;

/** The most tasks that were under way at once in one batch. */
async function mostUnderWay(strategyId: string, parameters: ArmParameters): Promise<number> {
  const arm = await openArm(COUNTING, strategyId, parameters);
  await arm.measure();
  await arm.close();
  return (arm.inputs[0] as Int32Array)[1] ?? Number.NaN;
}

describe('an arm has as many tasks under way', () => {
  it.each([
    ['sequential', {}, 1],
    ['gather', {}, 6],
    ['started', {}, 6],
    ['settled', {}, 6],
    ['bounded', { concurrency: 1 }, 1],
    ['bounded', { concurrency: 3 }, 3],
    ['batches', { concurrency: 4 }, 4],
  ])('%s %j', async (strategyId, parameters, most) => {
    expect(await mostUnderWay(strategyId, parameters)).toBe(most);
  });

  it('as it has workers, and no more', async () => {
    expect(await mostUnderWay('pool', { threads: 1 })).toBe(1);
    expect(await mostUnderWay('pool', { threads: 2 })).toBeLessThanOrEqual(2);
  });
});

describe('a sample', () => {
  const instant = 'inputs: (n) => Array.from({ length: n }, (_, i) => i), io: async (i) => i, cpu: (i) => i';

  it('holds the time between this thread and a worker, where there is one', async () => {
    for (const strategyId of ['pool', 'gather+pool']) {
      const pool = await openArm(instant, strategyId, { threads: 1 });
      expect((await pool.measure()).measurement.handoverMs).toBeGreaterThan(0);
      await pool.close();
    }
    const alone = await openArm(instant, 'gather', {});
    expect((await alone.measure()).measurement.handoverMs).toBe(0);
    await alone.close();
  });

  it('holds the time that garbage collection took, and that of no other batch', async () => {
    let seenMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seenMs += duration;
    });
    observer.observe({ entryTypes: ['gc'] });
    const collecting = `inputs: (n) => Array.from({ length: n }, () => 0), cpu: (() => {
      const v8 = process.getBuiltinModule('node:v8'), vm = process.getBuiltinModule('node:vm');
      v8.setFlagsFromString('--expose-gc');
      const collect = vm.runInNewContext('gc');
      return (times) => { for (let n = 0; n < (globalThis.collections ?? 0); n++) collect(); return times; };
    })()`;
    const arm = await openArm(collecting, 'sequential', {});
    const globals = globalThis as { collections?: number };
    const collected: number[] = [];
    for (const collections of [0, 2, 0]) {
      globals.collections = collections;
      collected.push((await arm.measure()).measurement.gcMs);
    }
    delete globals.collections;
    await new Promise((resolve) => setImmediate(resolve));
    for (const { duration } of observer.takeRecords()) seenMs += duration;
    observer.disconnect();
    await arm.close();
    const [before = Number.NaN, during = Number.NaN, after = Number.NaN] = collected;
    expect(during).toBeGreaterThan(0);
    // Twelve full collections, each of milliseconds; what the others show is small change.
    expect(during).toBeGreaterThan(before + after);
    expect(before + during + after).toBeLessThanOrEqual(seenMs);
  });
});

describe('a calibration', () => {
  it('tells the CPU time of computing from its wall time', async () => {
    const waiting = `inputs: (n) => Array.from({ length: n }, (_, i) => i),
      cpu: (i) => { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30); return i; }`;
    const arm = await openArm(waiting, 'sequential', {});
    const costs = await calibrate(arm, 10_000, 0);
    await arm.close();
    expect(costs).toHaveLength(6);
    for (const { computeWallMs, computeCpuMs, ioMs } of costs) {
      expect(computeWallMs).toBeGreaterThanOrEqual(29);
      expect(computeCpuMs).toBeLessThan(computeWallMs / 2);
      expect(ioMs).toBe(0);
    }
  });

  it('counts the CPU time that computing takes', async () => {
    const busy = `inputs: (n) => Array.from({ length: n }, (_, i) => i),
      cpu: (i) => { let sum = i; for (let n = 0; n < 3e6; n++) sum = (sum * 31 + n) | 0; return sum; }`;
    const arm = await openArm(busy, 'sequential', {});
    const costs = await calibrate(arm, 10_000, 0);
    await arm.close();
    for (const { computeCpuMs } of costs) expect(computeCpuMs).toBeGreaterThan(0);
  });
});

describe('connections opened in advance', () => {
  const asking =
    "inputs: (n) => Array.from({ length: n }, () => 0), io: async (i, { get }) => (await get('/delay/1')).status";

  it('are as many as there are tasks', async () => {
    const before = (await fixture.stats()).connectionCount;
    const arm = await openArm(asking, 'gather', {});
    expect((await fixture.stats()).connectionCount - before).toBe(6);
    await arm.close();
  });

  it.each([
    ['gather', {}, 2],
    ['pool', { threads: 2 }, 2],
  ])('by %s %j are no more than the server lets in', async (strategyId, parameters, openCount) => {
    const limited = await FixtureProcess.start({ connectionLimit: 2 });
    try {
      const held = `${asking}, fixture: { connectionLimit: 2 }`;
      const arm = await openArm(held, strategyId, parameters, limited.origin);
      expect((await limited.stats()).connectionCount).toBe(openCount);
      await arm.close();
    } finally {
      await limited.close();
    }
  });
});
