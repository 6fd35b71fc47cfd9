import { expect, it } from 'vitest';
import { PLAIN_SAMPLE } from '../../model/testing/plain-sample.ts';
import { PLAIN_WISHES } from '../../model/testing/plain-wishes.ts';
import { findStrategy } from '../../strategies/registry.ts';
import { CellRecorder } from './cell-recorder.ts';

function recorder(): CellRecorder {
  const strategy = findStrategy('gather');
  if (!strategy) throw new Error('no such strategy');
  const words = { title: 'T', question: 'Q?', explanation: 'E' };
  const wishes = PLAIN_WISHES;
  const scenario = { id: 's', url: 'file:///s.mjs', kind: 'cpu' as const, ...words, taskCount: 3, ...wishes };
  const key = { scenarioId: 's', strategyId: 'gather', parameters: {}, subject: 'worktree' as const };
  return new CellRecorder(scenario, { key, strategy, placebo: false }, 3);
}

it('a failure is kept as short as anyone reads, however much a task has to say', () => {
  const cell = recorder();
  cell.fail({ code: 'C'.repeat(1e6), message: `it broke: ${'x'.repeat(1e6)}` });
  const { status } = cell.toCell();
  if (status.state !== 'failed') throw new Error('it did not fail');
  expect(status.failure.code).toBe(`${'C'.repeat(99)}…`);
  expect(status.failure.message).toHaveLength(2_000);
  expect(status.failure.message).toMatch(/^it broke: x+…$/);
});

it('the first failure is the one that is told', () => {
  const cell = recorder();
  cell.fail({ code: 'ARM_EXIT', message: 'gone' });
  cell.fail({ code: 'DEADLINE', message: 'late' });
  expect(cell.toCell().status).toEqual({ state: 'failed', failure: { code: 'ARM_EXIT', message: 'gone' } });
});

it('keeps of every epoch the two samples that tell most, and of all in the end two', () => {
  const cell = recorder();
  const walls = [10, 12, 40, 11, 13, 12.1];
  for (const [round, wallMs] of walls.entries()) {
    const sample = { ...PLAIN_SAMPLE, wallMs, epoch: round < 3 ? 0 : 1, round };
    cell.measured(sample, sample);
  }
  expect(cell.tellingRounds(0)).toEqual([1, 2]);
  expect(cell.tellingRounds(1)).toEqual([5, 4]);
  const none: number[] = [];
  const timeline = {
    ...{ batchUs: 1, pool: null, failedRows: none, leftOutTaskCount: 0, leftOutRequestCount: 0 },
    tasks: { place: none, startedUs: none, waitedUs: none, computeFromUs: none, computeToUs: none, endedUs: none },
    requests: { row: none, askedUs: none, receivedUs: none, begunUs: none, sentUs: none, gotUs: none },
  };
  for (const round of [1, 2]) cell.keepTimeline(0, round, timeline);
  const change = cell.takeNew();
  expect(change.timelines.map(({ round }) => round)).toEqual([1, 2]);
  for (const round of [5, 4]) cell.keepTimeline(1, round, timeline);
  const resumed = recorder();
  resumed.restore(change);
  resumed.restore(cell.takeNew());
  expect(resumed.toCell().timelines.map(({ epoch, round, reason }) => ({ epoch, round, reason }))).toEqual([
    { epoch: 0, round: 2, reason: 'slowest' },
    { epoch: 1, round: 5, reason: 'typical' },
  ]);
});
