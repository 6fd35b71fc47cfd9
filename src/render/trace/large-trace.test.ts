// What one file holds is bounded, whatever a document holds: viewers stop at some size, and so do terminals.

import { expect, it } from 'vitest';
import type { ScenarioTimelines } from '../../model/report/timeline-report.ts';
import { documentOf } from '../../report/testing/document-builder.ts';
import { manyRequests, manyTasks } from '../../report/testing/many-tasks.ts';
import { downloadPages } from '../../report/testing/sample-documents.ts';
import { buildTimelines } from '../../report/timelines/build-timelines.ts';
import { tableRenderer } from '../terminal/terminal.ts';
import { traceFaults } from '../testing/trace-faults.ts';
import { textWidth } from '../text-width.ts';
import { traceRenderer } from './trace.ts';
import type { TraceEvent } from './trace-events.ts';

const TASK_COUNT = 10_000;
const options = { width: 80, color: false, detailed: false };

/** One arm with these timelines. */
function toldWith(...timelines: readonly ReturnType<typeof manyTasks>[]): ScenarioTimelines[] {
  const document = documentOf({ scenarios: [{ ...downloadPages, roundCount: 3 }] });
  return buildTimelines({
    ...document,
    cells: document.cells.map((cell, index) => (index === 0 ? { ...cell, timelines } : cell)),
  });
}

function traceOf(timelines: readonly ScenarioTimelines[]) {
  const text = traceRenderer.renderTimelines?.(timelines, false, options) ?? '';
  const { traceEvents, otherData } = JSON.parse(text) as { traceEvents: TraceEvent[]; otherData?: object };
  const names = traceEvents.flatMap((event) =>
    event.ph === 'M' && event.name === 'process_name' ? [event.args.name] : [],
  );
  return { text, traceEvents, otherData, names };
}

it('a trace has as many of the first tasks as viewers open, and says so where its reader looks', () => {
  const told = toldWith(manyTasks(TASK_COUNT, 2), manyTasks(TASK_COUNT));
  const { text, traceEvents, otherData, names } = traceOf(told);
  expect(traceEvents.length).toBeLessThanOrEqual(200_000);
  expect(traceEvents.length).toBeGreaterThan(50_000);
  expect(text.length).toBeLessThan(50_000_000);
  expect(traceFaults(traceEvents)).toEqual([]);
  const shown = names.flatMap((name) => {
    const [, count = '', all = ''] = /: tasks, (\d+) of (\d+)$/.exec(name) ?? [];
    return count === '' ? [] : [{ count: Number(count), all: Number(all) }];
  });
  expect(shown).toHaveLength(told.flatMap(({ timelines }) => timelines).length);
  expect(shown.every(({ count, all }) => count > 100 && all === TASK_COUNT)).toBe(true);
  const leftOutTaskCount = shown.reduce((sum, { count, all }) => sum + all - count, 0);
  expect(otherData).toEqual({ leftOutTaskCount });
  const first = traceEvents.find((event) => event.ph === 'X' && event.cat === 'task');
  expect(first).toMatchObject({ name: 'task 1' });
});

it('a trace leaves out a task that alone is more than that, and what the arm left out is counted', () => {
  const one = manyRequests(TASK_COUNT);
  const { traceEvents, names } = traceOf(toldWith(one, one, one, one));
  expect(traceEvents.length).toBeLessThan(100);
  expect(names.every((name) => name.endsWith('tasks, 0 of 1'))).toBe(true);
  const kept = traceOf(toldWith({ ...manyTasks(4), leftOutTaskCount: 6 }));
  expect(kept.names[0]).toMatch(/: tasks, 4 of 10$/);
});

it('a trace of few tasks is whole, and does not speak of it', () => {
  const { otherData, names } = traceOf(toldWith(manyTasks(20)));
  expect(otherData).toBeUndefined();
  expect(names.filter((name) => name.endsWith(': tasks'))).not.toEqual([]);
});

it('a terminal gets a screen for each picture, of 10,000 tasks and of 10,000 requests', () => {
  const told = toldWith(manyTasks(TASK_COUNT, 2), manyRequests(TASK_COUNT));
  const count = told.flatMap(({ timelines }) => timelines).length;
  const text = tableRenderer.renderTimelines?.(told, false, options) ?? '';
  const lines = text.split('\n');
  expect(lines.length).toBeLessThan(40 * count);
  expect(lines.every((line) => textWidth(line) <= 80)).toBe(true);
  expect(text).toContain('10000 tasks');
});

it('a terminal and a trace get what was kept of 100,000 samples', () => {
  const document = documentOf({ scenarios: [{ ...downloadPages, roundCount: 20_000 }] });
  const cells = document.cells.map((cell) => ({ ...cell, timelines: [{ ...manyTasks(20), epoch: 2, round: 19_999 }] }));
  expect(cells.reduce((sum, { samples }) => sum + samples.length, 0)).toBeGreaterThanOrEqual(100_000);
  const told = buildTimelines({ ...document, cells });
  expect(tableRenderer.renderTimelines?.(told, false, options)?.length).toBeLessThan(20_000);
  expect(traceOf(told).text.length).toBeLessThan(2_000_000);
});
