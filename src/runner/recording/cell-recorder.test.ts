import { expect, it } from 'vitest';
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
