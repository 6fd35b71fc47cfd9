// Real worker threads, one or two of them: what a task sees of its pool, and what is left of it at a deadline.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureAt } from '../../model/server/server-address.ts';
import { ReadyArm } from '../ready-arm.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pool-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let fileCount = 0;
function openPool(parts: string, threads: number, deadlineMs = 20_000): Promise<ReadyArm> {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  const words = "title: 'T', question: 'Q?', explanation: 'E', taskCount: 6";
  writeFileSync(
    path,
    `class Money { amount = 5; plus() { return 6; } }\nexport default { ${words}, inputs: (n) => Array(n).fill(0), ${parts} };`,
  );
  return ReadyArm.open({
    ...{ scenarioUrl: pathToFileURL(path).href, strategyId: 'pool', parameters: { threads }, taskCount: 6, deadlineMs },
    ...{ server: fixtureAt('http://127.0.0.1:1'), scenarioParameters: {} },
  });
}

describe('a task in a worker', () => {
  it('that misses the methods of a class is told why', async () => {
    const arm = await openPool(
      'inputs: (n) => Array.from({ length: n }, () => new Money()), cpu: (money) => money.plus()',
      1,
    );
    await expect(arm.measure()).rejects.toThrow(/plus is not a function\. The scenario sent a Money to a worker/);
    await arm.close();
  });

  it('runs once, however unevenly the work is spread', async () => {
    const counting = `
      inputs: (n) => { const runs = new Int32Array(new SharedArrayBuffer(n * 4)); return Array.from({ length: n }, (_, i) => [i, runs]); },
      cpu: ([i, runs]) => {
        if (i === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
        return Atomics.add(runs, i, 1) < 0;
      }`;
    const arm = await openPool(counting, 2);
    for (let batch = 0; batch < 5; batch++) await arm.measure();
    await arm.close();
    const [, runs] = arm.inputs[0] as [number, Int32Array];
    expect([...runs]).toEqual(Array(6).fill(5));
  });
});

it('a batch that passes its deadline leaves no thread at work', async () => {
  const endless = `
    inputs: (n) => Array(n).fill(new Int32Array(new SharedArrayBuffer(4))),
    cpu: (turns) => { for (;;) Atomics.add(turns, 0, 1); }`;
  const arm = await openPool(endless, 2, 100);
  await expect(arm.measure()).rejects.toMatchObject({ code: 'DEADLINE', hint: expect.stringContaining('--deadline') });
  const turns = arm.inputs[0] as Int32Array;
  expect(Atomics.load(turns, 0)).toBeGreaterThan(0);
  // The deadline ends them; nobody has closed the arm yet.
  for (let before = -1; before !== Atomics.load(turns, 0); ) {
    before = Atomics.load(turns, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await arm.close();
});
