// Real child processes, one or two of them: what a task sees of its process, what is written down of it, and what is left of
// them at a deadline, after an exit, and when the arm is gone.

import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenArm } from '../../model/processes/arm-protocol.ts';
import { fixtureAt } from '../../model/server/server-address.ts';
import { FixtureProcess } from '../../runner/processes/fixture-process.ts';
import { ReadyArm } from '../ready-arm.ts';
import { RequestTally } from '../tasks/request-tally.ts';

let folder = '';
let fixture: FixtureProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'processes-'));
  fixture = await FixtureProcess.start();
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});

let fileCount = 0;
/** A scenario of six tasks whose processes may note things, each on a line behind its own number. */
function settingsFor(parts: string, threads = 2, deadlineMs = 20_000): OpenArm {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  writeFileSync(
    path,
    `import { appendFileSync } from 'node:fs';
    const note = (what) => appendFileSync(${JSON.stringify(`${path}.log`)}, process.pid + ' ' + what + '\\n');
    class Money { amount = 5; plus() { return 6; } }
    export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 6, inputs: (n) => Array.from({ length: n }, (_, i) => i), ${parts} };`,
  );
  return {
    ...{
      scenarioUrl: pathToFileURL(path).href,
      strategyId: 'processes',
      parameters: { threads },
      taskCount: 6,
      deadlineMs,
    },
    ...{ server: fixtureAt(fixture.origin), scenarioParameters: {} },
  };
}
const openArm = (parts: string, threads?: number, deadlineMs?: number) =>
  ReadyArm.open(settingsFor(parts, threads, deadlineMs));

/** What the processes of the arm opened last noted: numbers of processes, each with what it did. */
function noted(): { pid: number; what: string }[] {
  const path = join(folder, `s${fileCount}.mjs.log`);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), what: line.replace(/^\d+ /, '') }));
}

/** Resolves once none of these processes is there any more. */
async function gone(pids: Iterable<number>): Promise<void> {
  for (const pid of new Set(pids)) {
    for (;;) {
      try {
        process.kill(pid, 0);
      } catch {
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

const COMPUTING = `cpu: (i) => { note('task ' + i); let sum = i; for (let n = 0; n < 3e5; n++) sum = (sum * 31 + n) | 0; return [sum]; }`;

describe('tasks in processes', () => {
  it('are each run once, one at a time in each of two, and counted with their processor time', async () => {
    const arm = await openArm(COMPUTING);
    expect(arm.threads).toBe(2);
    const { batch, measurement, outputDigest } = await arm.measure();
    const [kept] = arm.timelinesOf([batch]);
    await arm.close();
    expect(measurement).toMatchObject({ completedCount: 6, failedCount: 0 });
    expect(outputDigest).not.toBeNull();
    expect(measurement.workerCpuMs).toBeGreaterThan(0);
    expect(measurement.cpuMs).toBeGreaterThanOrEqual((measurement.workerCpuMs ?? 0) + (measurement.loopCpuMs ?? 0) - 1);
    expect(
      noted()
        .map(({ what }) => what)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4, 5].map((i) => `task ${i}`));
    expect(noted().map(({ pid }) => pid)).not.toContain(process.pid);
    const { pool, tasks, batchUs } = kept?.timeline ?? { pool: null, tasks: null, batchUs: 0 };
    if (pool === null || tasks === null) throw new Error('nothing was kept of the batch');
    expect(pool.worker.every((worker) => worker === 0 || worker === 1)).toBe(true);
    for (const row of pool.worker.keys()) {
      // One clock for all: nothing begins before it was handed over, nor ends after it was back.
      const instants = [
        0,
        pool.handedUs[row],
        pool.fromUs[row],
        pool.toUs[row],
        tasks.endedUs[row],
        batchUs,
      ] as number[];
      expect(instants).toEqual([...instants].sort((one, other) => one - other));
    }
    for (const worker of [0, 1]) {
      const own = [...pool.worker.keys()].filter((row) => pool.worker[row] === worker);
      const ends = own.map((row) => pool.toUs[row] as number);
      expect(own.slice(1).every((row, before) => (pool.fromUs[row] as number) >= (ends[before] as number))).toBe(true);
    }
  });

  it('give what they would give here: what is copied is the same', async () => {
    const mixed = `io: async (i) => ({ i, bytes: new Uint8Array([i, 2]), map: new Map([[i, 1n]]), when: new Date(i) }), cpu: (value) => value`;
    const settings = settingsFor(mixed, 1);
    const digests: unknown[] = [];
    for (const strategyId of ['processes', 'gather']) {
      const arm = await ReadyArm.open({ ...settings, strategyId });
      digests.push((await arm.measure()).outputDigest);
      await arm.close();
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it('have what was set up in their own process, put back before every batch, undone at the end', async () => {
    const arm = await openArm(`
      setup: ({ worker }) => { note('setup ' + worker); return { count: 0, worker }; },
      reset: (context) => { note('reset'); context.count = 0; },
      teardown: (context) => { note('teardown ' + context.worker); },
      cpu: (i, { context }) => { context.count += 1; if (context.count > 6) throw new Error('used up'); return i; }`);
    expect(arm.setupMs).toBeGreaterThanOrEqual(0);
    await arm.measure();
    await arm.measure();
    expect(await arm.close()).toBeGreaterThanOrEqual(0);
    const whats = noted().map(({ what }) => what);
    expect(whats.slice(0, 2).sort()).toEqual(['setup 0', 'setup 1']);
    expect(whats.slice(2, -2)).toEqual(['reset', 'reset', 'reset', 'reset']);
    expect(whats.slice(-2).sort()).toEqual(['teardown 0', 'teardown 1']);
    expect(new Set(noted().map(({ pid }) => pid)).size).toBe(2);
    await gone(noted().map(({ pid }) => pid));
  });

  it('may wish to move what can only be copied', async () => {
    const arm = await openArm(`
      inputs: (n) => Array.from({ length: n }, () => new Uint8Array(8).fill(1)),
      transfer: { input: (bytes) => [bytes.buffer], output: (bytes) => [bytes.buffer] }, cpu: (bytes) => bytes`);
    await arm.measure();
    await arm.measure();
    expect(arm.inputs.map((bytes) => (bytes as Uint8Array).length)).toEqual([8, 8, 8, 8, 8, 8]);
    await arm.close();
  });

  it('ask the server over connections of their own, counted here, within what they may send', async () => {
    const tally = new RequestTally();
    const arm = await ReadyArm.open(settingsFor(`io: async (i, { get }) => (await get('/delay/1')).status`), tally);
    const before = tally.askedCount;
    await arm.measure();
    expect(tally.askedCount - before).toBe(6);
    tally.bound({ mostCount: 3, mostAtOnce: 9 });
    await expect(arm.measure()).rejects.toThrow('the requests that this run may send are used up');
    await arm.close();
  });
});

describe('what goes wrong in a process', () => {
  it.each([
    [
      'an input',
      'inputs: (n) => Array(n).fill({ find: () => 1 }), cpu: () => 1',
      '`input.find` is a function, which cannot be sent',
    ],
    [
      'shared memory',
      'inputs: (n) => Array(n).fill(new SharedArrayBuffer(4)), cpu: () => 1',
      '`input` is a SharedArrayBuffer, which cannot be sent',
    ],
    ['an output', 'cpu: () => ({ find: () => 1 })', '`output.find` is a function, which a worker cannot send back'],
  ])('is told: %s cannot travel', async (_, parts, told) => {
    const arm = await openArm(parts, 1);
    await expect(arm.measure()).rejects.toThrow(told);
    await arm.close();
  });

  it('is told: a class was lost on the way', async () => {
    const arm = await openArm(
      'inputs: (n) => Array.from({ length: n }, () => new Money()), cpu: (money) => money.plus()',
      1,
    );
    await expect(arm.measure()).rejects.toThrow(/plus is not a function\. The scenario sent a Money to a worker/);
    await arm.close();
  });

  it.each([
    ['exits', 'process.exit(7)', 'the process of worker 1 exited with code 7'],
    ['is ended', "process.kill(process.pid, 'SIGKILL')", 'the process of worker 1 was ended by SIGKILL'],
    [
      'throws where nobody awaits it',
      "setImmediate(() => { throw new RangeError('nobody awaits me'); }); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)",
      'the process of worker 1 exited with code 1: RangeError: nobody awaits me',
    ],
  ])('is told: it %s', async (_, statement, told) => {
    const arm = await openArm(`io: async (i) => { ${statement}; await new Promise(() => {}); }`, 1);
    await expect(arm.measure()).rejects.toMatchObject({ code: 'ARM_EXIT', message: told });
    await arm.close();
  });

  it('is told where nothing can be set up, or the file be loaded', async () => {
    const opening = openArm("setup: () => { note('here'); throw new Error('no database'); }, cpu: (i) => i", 1);
    await expect(opening).rejects.toThrow('`setup` threw: no database');
    // An arm that could not be opened ends with its process; here nobody does it but us.
    for (const { pid } of noted()) process.kill(pid, 'SIGKILL');
  });
});

describe('no process is left at work', () => {
  const ENDLESS = "cpu: () => { note('at work'); for (;;); }";

  it('after a batch that passed its deadline', async () => {
    const arm = await openArm(ENDLESS, 2, 300);
    await expect(arm.measure()).rejects.toMatchObject({ code: 'DEADLINE' });
    expect(noted().length).toBeGreaterThan(0);
    await gone(noted().map(({ pid }) => pid));
    await arm.close();
  });

  it('after its arm was killed', async () => {
    const settings = settingsFor("setup: () => { setInterval(() => {}, 1e6); note('ready'); }, cpu: (i) => i");
    const arm = fork(fileURLToPath(new URL('../main.ts', import.meta.url)), [], { serialization: 'advanced' });
    const ask = (request: object) =>
      new Promise<unknown>((resolve) => {
        arm.once('message', resolve);
        arm.send(request);
      });
    await ask({ type: 'load', ...settings });
    expect(await ask({ type: 'open' })).toMatchObject({ type: 'opened' });
    expect(noted()).toHaveLength(2);
    arm.kill('SIGKILL');
    await gone(noted().map(({ pid }) => pid));
  });
});
