// What a scenario does around its batches: set-up, reset and tear-down in every thread that runs a part of a task, what it
// may ask a server, and what moves instead of being copied. Threads write into shared memory, or into a file, what they did.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArmParameters } from '../model/arm-key.ts';
import type { ScenarioParameters } from '../model/scenario.ts';
import { fixtureAt } from '../model/server/server-address.ts';
import { FixtureProcess } from '../runner/processes/fixture-process.ts';
import { calibrate } from './calibrate.ts';
import { ReadyArm } from './ready-arm.ts';
import { probeSideBySide } from './side-by-side.ts';

let folder = '';
let fixture: FixtureProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phases-'));
  fixture = await FixtureProcess.start();
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});

interface Wanted {
  readonly strategyId?: string;
  readonly parameters?: ArmParameters;
  readonly scenarioParameters?: ScenarioParameters;
}

let fileCount = 0;
function openArm(parts: string, { strategyId = 'gather', parameters = {}, scenarioParameters = {} }: Wanted = {}) {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  const words = "title: 'T', question: 'Q?', explanation: 'E', taskCount: 4";
  writeFileSync(
    path,
    `import { appendFileSync } from 'node:fs';
    import { threadId } from 'node:worker_threads';
    const note = (what) => appendFileSync(${JSON.stringify(`${path}.log`)}, (threadId === 0 ? 'main' : 'worker') + ' ' + what + '\\n');
    export default { ${words}, inputs: (n) => Array.from({ length: n }, (_, i) => i), ${parts} };`,
  );
  const server = fixtureAt(fixture.origin);
  return ReadyArm.open({
    ...{ scenarioUrl: pathToFileURL(path).href, strategyId, parameters, server, scenarioParameters },
    ...{ taskCount: 4, deadlineMs: 20_000 },
  });
}

/** What the threads of the arm opened last noted, in order. */
const noted = () =>
  readFileSync(join(folder, `s${fileCount}.mjs.log`), 'utf8')
    .trim()
    .split('\n');
const countOf = (what: string) => noted().filter((line) => line === what).length;

const POOL: Wanted = { strategyId: 'pool', parameters: { threads: 2 } };
const SPLIT: Wanted = { strategyId: 'gather+pool', parameters: { threads: 2 } };

const NOTING = `
  setup: ({ worker }) => { note('setup ' + worker); return { count: 0, worker }; },
  reset: (context) => { note('reset'); context.count = 0; },
  teardown: (context) => { note('teardown ' + context.worker); },`;

describe('what is set up', () => {
  it('is there for every task, is put back before every batch, and is undone at the end', async () => {
    const arm = await openArm(
      `${NOTING} io: async (i, { context }) => { context.count += 1; if (context.count > 4) throw new Error('used up'); return i; }`,
    );
    expect(arm.setupMs).toBeGreaterThanOrEqual(0);
    await arm.measure();
    await arm.measure();
    await calibrate(arm, 1_000, 0);
    expect(await arm.close()).toBeGreaterThanOrEqual(0);
    expect(noted()).toEqual(['main setup null', 'main reset', 'main reset', 'main reset', 'main teardown null']);
  });

  it('is there once in every worker, and not where no task runs', async () => {
    const arm = await openArm(`${NOTING} cpu: (i, { context }) => { context.count += 1; return i; }`, POOL);
    await arm.measure();
    await probeSideBySide(arm, 50);
    await arm.close();
    const setUps = noted().filter((line) => line.includes('setup'));
    expect(setUps.sort()).toEqual(['worker setup 0', 'worker setup 1']);
    // Before the batch, before tasks alone, and before the same tasks at once.
    expect(countOf('worker reset')).toBe(6);
    expect(noted().slice(-2).sort()).toEqual(['worker teardown 0', 'worker teardown 1']);
  });

  it('is there on both sides where both run a part', async () => {
    const split =
      'io: async (i, { context }) => [i, context.worker], cpu: ([i, here], { context }) => { if (here !== null || context.worker === null) throw new Error("not its own"); return i; }';
    const arm = await openArm(`${NOTING} ${split}`, SPLIT);
    await arm.measure();
    await arm.close();
    expect(
      noted()
        .filter((line) => line.includes('setup'))
        .sort(),
    ).toEqual(['main setup null', 'worker setup 0', 'worker setup 1']);
  });

  it('may ask the server, and knows the parameters', async () => {
    const parts = `
      parameters: { pages: 3 },
      setup: async ({ get, origin, parameters }) => ({ status: (await get('/healthz')).status, origin, pages: parameters.pages }),
      inputs: (n, { parameters }) => Array(n).fill(parameters.pages),
      io: async (pages, { context, origin, parameters }) => context.status === 200 && context.origin === origin && [pages, context.pages, parameters.pages],
      check: (outputs) => outputs.every((each) => each + '' === '7,7,7')`;
    const arm = await openArm(parts, { scenarioParameters: { pages: 7 } });
    await expect(arm.measure()).resolves.toMatchObject({ measurement: { completedCount: 4 } });
    await arm.close();
  });

  it('that nobody asked for takes no time, and that nobody undoes neither', async () => {
    const arm = await openArm('cpu: (i, { context }) => [i, context === undefined]');
    expect(arm.setupMs).toBeNull();
    expect(await arm.close()).toBeNull();
  });

  it.each<[string, string, Wanted]>([
    ['here', 'main', {}],
    ['in a worker', 'worker', POOL],
  ])('and fails %s says so', async (_, where, wanted) => {
    const opening = openArm("setup: () => { note('setup'); throw new Error('no database'); }, cpu: (i) => i", wanted);
    await expect(opening).rejects.toThrow('`setup` threw: no database');
    expect(noted()[0]).toBe(`${where} setup`);
  });

  it.each<[string, Wanted]>([
    ['here', {}],
    ['in a worker', POOL],
  ])('and cannot be put back or undone %s says so', async (_, wanted) => {
    const arm = await openArm(
      "setup: () => 1, reset: () => { throw new Error('stuck'); }, teardown: () => { throw new Error('gone'); }, cpu: (i) => i",
      wanted,
    );
    await expect(arm.measure()).rejects.toThrow('`reset` threw: stuck');
    await expect(arm.close()).rejects.toThrow('`teardown` threw: gone');
  });
});

describe('a task', () => {
  it('may ask with any method, headers and body, and take any status that it names', async () => {
    const parts = `io: async (i, { request }) => {
      const head = await request('/pages/1', { method: 'HEAD', headers: { 'X-Mine': 'yes' } }).catch((error) => error.code);
      const none = await request('/nowhere', { statuses: [404] });
      const page = await request('/pages/1');
      return [typeof head, none.status, page.headers['content-type'] !== undefined, page.bytes.length > 0];
    }`;
    const arm = await openArm(parts);
    const { measurement } = await arm.measure();
    expect(measurement.completedCount).toBe(4);
    await arm.close();
  });

  it('may read a body part by part, verified like any other', async () => {
    const parts = `io: async (i, { get, stream }) => {
      const { bytes } = await get('/pages/1');
      let count = 0;
      const { body, status, headers } = await stream('/pages/1');
      for await (const part of body) count += part.length;
      if (status !== 200 || headers['x-body-length'] !== String(count) || count !== bytes.length) throw new Error('not the same');
      return count;
    }`;
    const arm = await openArm(parts);
    const { measurement } = await arm.measure();
    expect(measurement).toMatchObject({ completedCount: 4 });
    expect(measurement.serverMs).toBeGreaterThan(0);
    await arm.close();
  });
});

describe('what moves', () => {
  it('to a worker is gone from here, and is made anew for every batch', async () => {
    const arm = await openArm(
      'inputs: (n) => Array.from({ length: n }, () => new Uint8Array(8).fill(1)), transfer: { input: (bytes) => [bytes.buffer] }, cpu: (bytes) => bytes.length',
      POOL,
    );
    for (let batch = 0; batch < 3; batch++) await arm.measure();
    expect(arm.inputs.map((bytes) => (bytes as Uint8Array).length)).toEqual([0, 0, 0, 0]);
    await probeSideBySide(arm, 50);
    await arm.close();
  });

  it('after waiting is what the computing part gets', async () => {
    const arm = await openArm(
      `io: async () => { const bytes = new Uint8Array(8); globalThis.sent = bytes; return bytes; },
       transfer: { value: (bytes) => [bytes.buffer] }, cpu: (bytes) => bytes.length, check: (lengths) => lengths.every((length) => length === 8) && globalThis.sent.length === 0`,
      SPLIT,
    );
    await arm.measure();
    await probeSideBySide(arm, 50);
    await arm.close();
  });

  it('back is not copied', async () => {
    const arm = await openArm(
      `transfer: { output: (bytes) => [bytes.buffer] },
       cpu: (i) => { if (globalThis.last?.length) throw new Error('it stayed'); globalThis.last = new Uint8Array(8); return globalThis.last; }`,
      POOL,
    );
    await arm.measure();
    await arm.measure();
    await arm.close();
  });
});
