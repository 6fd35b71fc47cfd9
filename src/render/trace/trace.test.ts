import { expect, it } from 'vitest';
import type { ScenarioTimelines } from '../../model/report/timeline-report.ts';
import { sampleTimelines } from '../testing/sample-timelines.ts';
import { traceFaults } from '../testing/trace-faults.ts';
import { lanesOf } from './lanes.ts';
import { traceRenderer } from './trace.ts';
import type { TraceEvent } from './trace-events.ts';

const options = { width: 80, color: false, detailed: false };

function eventsOf(timelines: readonly ScenarioTimelines[]): TraceEvent[] {
  return JSON.parse(traceRenderer.renderTimelines?.(timelines, false, options) ?? '').traceEvents;
}

const slicesOf = (events: readonly TraceEvent[], pid: number) =>
  events.filter((event) => event.ph === 'X').filter((event) => event.pid === pid);

it('keeps every rule of the format, for several scenarios at once', () => {
  expect(traceFaults(eventsOf([sampleTimelines('one'), sampleTimelines('two')]))).toEqual([]);
});

it('gives tasks one after another one lane, and tasks at once one each', () => {
  const events = eventsOf([sampleTimelines('one')]);
  const lanes = (pid: number) => new Set(slicesOf(events, pid).map(({ tid }) => tid)).size;
  // Sequential, then gather, then the pool; three processes each.
  expect([lanes(1), lanes(4), lanes(7)]).toEqual([1, 3, 3]);
});

it('has every segment of a task inside the task, and what was held back on no lane', () => {
  const events = eventsOf([sampleTimelines('one')]);
  const names = slicesOf(events, 1).map(({ name, ts, dur }) => `${name}: ${ts} to ${ts + dur}`);
  expect(names.slice(0, 4)).toEqual([
    'task 1: 0 to 10000',
    'its code: sending, reading: 0 to 500',
    'on the way: 500 to 1000',
    "in the server's queue: 1000 to 1500",
  ]);
  expect(names.join()).not.toContain('held back');
});

it('shows what a worker and the server did where they did it, with an arrow from the task', () => {
  const events = eventsOf([sampleTimelines('one')]);
  expect(slicesOf(events, 8).map(({ name, tid, ts, dur }) => [name, tid, ts, dur])).toEqual([
    ['task 1', 2, 4_000, 8_000],
    ['task 3', 2, 13_000, 7_000],
  ]);
  expect(slicesOf(events, 3).map(({ name, ts, dur }) => [name, ts, dur])).toEqual([
    ['task 1', 1_000, 7_000],
    ['task 2', 11_000, 7_000],
    ['task 3', 21_000, 7_000],
  ]);
  expect(events.filter(({ ph }) => ph === 's')).toHaveLength(3 + 3 + 3 + 3 + 2);
});

it('counts the tasks under way', () => {
  const counted = eventsOf([sampleTimelines('one')]).filter((event) => event.ph === 'C');
  expect(counted.filter(({ pid }) => pid === 4).map(({ ts, args }) => [ts, args.tasks])).toEqual([
    [0, 3],
    [10_000, 2],
    [12_000, 1],
    [14_000, 0],
  ]);
});

it('makes no more of a long name than a lane has room for, and nothing that acts', () => {
  const events = eventsOf([sampleTimelines(`\u001b[2J${'x'.repeat(10_000)}`)]);
  const name = events.find((event) => event.ph === 'M' && event.name === 'process_name');
  expect(name).toMatchObject({ args: { name: `${'x'.repeat(80)}: tasks` } });
});

it('reuses a lane as soon as it is free', () => {
  const span = (fromUs: number, toUs: number) => ({ fromUs, toUs });
  expect(lanesOf([span(0, 5), span(1, 3), span(3, 9), span(5, 6), span(6, 7)])).toEqual([0, 1, 1, 0, 0]);
});

it('the check itself finds what viewers drop', () => {
  const [first, ...others] = eventsOf([sampleTimelines('one')]);
  const slice = others.find((event) => event.ph === 'X') as Extract<TraceEvent, { ph: 'X' }>;
  const start = others.find((event) => event.ph === 's') as Extract<TraceEvent, { ph: 's' }>;
  const counter = others.find((event) => event.ph === 'C') as Extract<TraceEvent, { ph: 'C' }>;
  const all = [first as TraceEvent, ...others];
  const faultOf = (more: TraceEvent) => traceFaults([...all, more]).join();
  expect(faultOf({ ...slice, ts: slice.ts + 1 })).toContain('crosses another');
  expect(faultOf({ ...slice, dur: 0 })).toContain('for 0');
  expect(faultOf({ ...slice, tid: 99 })).toContain('lane 1/99 has no name');
  expect(faultOf({ ...slice, pid: 99 })).toContain('process 99 has no name');
  expect(faultOf({ ...start, id: 9_999 })).toContain('flow 9999 is not one start and one end');
  expect(faultOf(counter)).toContain('goes back in time');
  const late = { ...start, id: 9_998, ts: 1_000_000 };
  expect(traceFaults([...all, late, { ...late, ph: 'f', bp: 'e' }]).join()).toContain('flow 9998 hangs in the air');
  expect(traceFaults(all.filter((event) => event !== first))).not.toEqual([]);
});
