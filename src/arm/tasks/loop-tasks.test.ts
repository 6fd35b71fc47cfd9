// What tasks on the main thread write down, by a clock that goes on by one each time somebody looks at it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixtureAt } from '../../model/server/server-address.ts';
import { createTasks } from './loop-tasks.ts';
import { OpenWork } from './open-work.ts';
import { RequestTally } from './request-tally.ts';
import { SpanRecorder } from './spans/span-recorder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loop-tasks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let fileCount = 0;
async function recorded(parts: string) {
  const path = join(folder, `${fileCount++}.mjs`);
  writeFileSync(path, `export default { title: 'T', question: 'Q?', explanation: 'E', taskCount: 1, ${parts} };`);
  const order = {
    scenarioUrl: pathToFileURL(path).href,
    server: fixtureAt('http://127.0.0.1:9'),
    scenarioParameters: {},
  };
  let looks = 0;
  const work = await OpenWork.open(order, new RequestTally(), () => ++looks);
  const recorder = new SpanRecorder(true);
  return { tasks: createTasks(work, recorder), recorder, looked: () => looks };
}

it('a task looks at the clock when it starts, around each of its parts, and when it ends', async () => {
  const { tasks, recorder, looked } = await recorded(
    'inputs: () => [1], io: async (input) => input + 1, cpu: (value) => value * 10',
  );
  expect(await tasks.run(1)).toBe(20);
  expect(recorder.spans).toMatchObject([
    { startedMs: 1, ioMs: 1, ioToMs: 4, computeFromMs: 5, computeWallMs: 1, endedMs: 7, worker: null },
  ]);
  expect(looked()).toBe(7);
});

it('a part that is not there costs no look', async () => {
  const { tasks, recorder, looked } = await recorded('inputs: () => [1], cpu: (value) => value');
  await tasks.run(1);
  expect(recorder.spans).toMatchObject([{ startedMs: 1, computeFromMs: 2, computeWallMs: 1, endedMs: 4 }]);
  expect(looked()).toBe(4);
});

it('a waiting part alone hands its span on, and the recorder has none yet', async () => {
  const { tasks, recorder } = await recorded('inputs: () => [1], io: async (input) => input');
  expect(await tasks.io(1)).toMatchObject({ value: 1, span: { startedMs: 1, ioToMs: 4 } });
  expect(recorder.spans).toEqual([]);
});

it('a task that fails and may ends when it threw', async () => {
  const { tasks, recorder } = await recorded("inputs: () => [1], io: async () => { throw new Error('no'); }");
  await tasks.run(1);
  expect(recorder.spans).toMatchObject([{ startedMs: 1, ioMs: 0, ioToMs: 3, endedMs: 4 }]);
  expect(recorder.failedCount).toBe(1);
});
