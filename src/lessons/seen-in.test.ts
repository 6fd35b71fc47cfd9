// A sentence is seen in the row it is about, in all rows of a strategy, and never in a second copy.

import { expect, it } from 'vitest';
import type { Experiment, SeenRow } from '../model/teaching/lesson.ts';
import { buildReport } from '../report/build-report.ts';
import { type ArmWords, documentOf } from '../report/testing/document-builder.ts';
import { seenIn } from './seen-in.ts';

const arm = (strategyId: string, words: Partial<ArmWords> = {}): ArmWords => ({ strategyId, wallMs: 100, ...words });

/** Outcomes of one sight in a run of these arms, and the rows that it was shown. */
function judge(
  row: string,
  arms: readonly ArmWords[],
  holds: (seen: SeenRow) => boolean = () => true,
  scenarioId = 'pages',
) {
  const document = documentOf({ scenarios: [{ id: 'pages', kind: 'io', taskCount: 4, task: { ioMs: 8 }, arms }] });
  const shown: string[] = [];
  const sight = { row, text: 'is seen.', holds: (seen: SeenRow) => shown.push(seen.row.name) > 0 && holds(seen) };
  const experiment: Experiment = { scenarioIds: [scenarioId], flags: '', budgetSeconds: 1, shows: [], sights: [sight] };
  const [judged] = seenIn(experiment, { document, report: buildReport(document), timelines: [] });
  return { outcome: judged?.outcome, shown };
}

it('it is looked for in the row of its name', () => {
  const arms = [arm('sequential'), arm('bounded', { concurrency: 2 }), arm('bounded', { concurrency: 4 })];
  expect(judge('bounded c4', arms)).toEqual({ outcome: 'seen', shown: ['bounded c4'] });
  expect(judge('bounded c4', arms, () => false).outcome).toBe('not seen');
});

it('a strategy means all of its rows', () => {
  const arms = [arm('sequential'), arm('bounded', { concurrency: 2 }), arm('bounded', { concurrency: 4 })];
  expect(judge('bounded', arms).shown).toEqual(['bounded c2', 'bounded c4']);
  expect(judge('bounded', arms, ({ row }) => row.name === 'bounded c2').outcome).toBe('not seen');
});

it('a second copy is not looked at', () => {
  const arms = [arm('sequential'), arm('sequential', { placebo: true }), arm('gather')];
  expect(judge('sequential', arms).shown).toEqual(['sequential']);
});

it('what was not measured is neither seen nor missed', () => {
  const skipped = arm('pool', { threads: 2, status: { state: 'skipped', reason: 'no workers' } });
  expect(judge('gather', [arm('sequential')]).outcome).toBe('not measured');
  expect(judge('sequential', [arm('sequential')], () => true, 'others').outcome).toBe('not measured');
  expect(judge('pool', [arm('sequential'), skipped]).outcome).toBe('not measured');
});
