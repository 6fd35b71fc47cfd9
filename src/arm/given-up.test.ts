// Tasks that reject towards their strategy: what a schedule that stops waiting leaves behind, and that its sample waits for it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArmParameters } from '../model/arm-key.ts';
import { fixtureAt } from '../model/server/server-address.ts';
import { ReadyArm } from './ready-arm.ts';
import { probeSideBySide } from './side-by-side.ts';

/** The tasks ask nobody. */
const NOBODY = { ...fixtureAt('http://127.0.0.1:1'), isFixture: false };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'given-up-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let fileCount = 0;
/** Six tasks, each of which takes a turn more than the one before it; the second fails. */
function openArm(strategyId: string, parameters: ArmParameters = {}, words = "allowFailures: 'rejecting'") {
  fileCount += 1;
  const path = join(folder, `s${fileCount}.mjs`);
  writeFileSync(
    path,
    `export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 6, ${words},
      inputs: (n) => Array.from({ length: n }, (_, i) => i),
      io: async (i) => {
        for (let turn = 0; turn < 10 * i; turn++) await new Promise(setImmediate);
        if (i === 1) throw new Error('broken');
        return i;
      } };`,
  );
  return ReadyArm.open({
    ...{ scenarioUrl: pathToFileURL(path).href, strategyId, parameters, taskCount: 6, deadlineMs: 20_000 },
    ...{ server: NOBODY, scenarioParameters: {} },
  });
}

async function measured(strategyId: string, parameters?: ArmParameters, words?: string) {
  const arm = await openArm(strategyId, parameters, words);
  // The second batch finds nothing of the first one.
  await arm.measure();
  const { batch, measurement, outputDigest } = await arm.measure();
  const [kept] = arm.timelinesOf([batch]);
  await arm.close();
  if (kept === undefined) throw new Error('nothing was kept of the batch');
  const { tasks, failedRows, batchUs } = kept.timeline;
  const { completedCount, failedCount } = measurement;
  const lateCount = tasks.endedUs.filter((endedUs) => endedUs > batchUs).length;
  return { completedCount, failedCount, outputDigest, taskCount: tasks.place.length, lateCount, failedRows };
}

describe('a task that rejects', () => {
  it('ends a gathered batch, whose other tasks go on and are kept', async () => {
    const { lateCount, ...counts } = await measured('gather');
    expect(counts).toEqual({ completedCount: 0, failedCount: 1, outputDigest: null, taskCount: 6, failedRows: [1] });
    expect(lateCount).toBeGreaterThanOrEqual(4);
  });

  it('does not end the waiting of a strategy that settles all', async () => {
    const settled = await measured('settled');
    expect(settled).toMatchObject({ completedCount: 5, failedCount: 1, taskCount: 6, lateCount: 0, failedRows: [1] });
  });

  it('keeps those from beginning that were still to come one by one', async () => {
    expect(await measured('sequential')).toMatchObject({
      completedCount: 0,
      failedCount: 1,
      taskCount: 2,
      lateCount: 0,
    });
  });

  it.each([
    ['bounded', { concurrency: 1 }],
    ['bounded', { concurrency: 2 }],
    ['pool', { threads: 1 }],
    ['processes', { threads: 1 }],
  ])('does not empty the queue of %s %j', async (strategyId, parameters) => {
    const { taskCount, completedCount, failedCount, lateCount } = await measured(strategyId, parameters);
    expect({ taskCount, completedCount, failedCount }).toEqual({ taskCount: 6, completedCount: 0, failedCount: 1 });
    expect(lateCount).toBeGreaterThanOrEqual(3);
  });

  it('is a value like any other where failures are only counted', async () => {
    const words = 'allowFailures: true';
    const counted = { completedCount: 5, failedCount: 1, taskCount: 6, lateCount: 0 };
    expect(await measured('gather', {}, words)).toMatchObject(counted);
    expect(await measured('settled', {}, words)).toMatchObject(counted);
  });

  it('fails the batch where none may fail, settled or not', async () => {
    for (const strategyId of ['gather', 'settled']) {
      const arm = await openArm(strategyId, {}, 'tags: []');
      await expect(arm.measure()).rejects.toThrow('broken');
      await arm.close();
    }
  });

  it('may be put side by side', async () => {
    const arm = await openArm('pool', { threads: 2 });
    expect(await probeSideBySide(arm, 20)).not.toBeNull();
    await arm.close();
  });
});

it('what is no failure of a task fails the batch all the same', async () => {
  const arm = await openArm('settled', {}, "allowFailures: 'rejecting', check: () => false");
  await expect(arm.measure()).rejects.toMatchObject({ code: 'OUTPUT_WRONG' });
  await arm.close();
});
