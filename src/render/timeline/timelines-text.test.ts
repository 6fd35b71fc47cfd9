import { describe, expect, it } from 'vitest';
import { SEGMENT_KINDS, type TimelineReport } from '../../model/report/timeline-report.ts';
import { sampleTimelines } from '../testing/sample-timelines.ts';
import { textWidth } from '../text-width.ts';
import { markOf } from './marks.ts';
import { timelinesText } from './timelines-text.ts';

const { timelines } = sampleTimelines('one');
const [sequential, gather, pool] = timelines as [TimelineReport, TimelineReport, TimelineReport];

function drawn(
  shown: readonly TimelineReport[],
  { sameAxis = false, mostTasks = 20, width = 80, marks = 'unicode' as 'unicode' | 'ascii' } = {},
): string[] {
  return timelinesText({ type: 'timelines', timelines: shown, sameAxis, mostTasks }, { width, marks }).split('\n');
}

const bars = (lines: readonly string[]) => lines.filter((line) => line.includes('▕'));

it('every kind has a mark of its own, in both sets', () => {
  for (const marks of ['unicode', 'ascii'] as const) {
    const all = SEGMENT_KINDS.map((kind) => markOf(kind, marks));
    expect(new Set(all).size).toBe(SEGMENT_KINDS.length);
    expect(all.every((mark) => textWidth(mark) === 1)).toBe(true);
  }
  expect(SEGMENT_KINDS.map((kind) => markOf(kind, 'ascii')).join('')).toMatch(/^[ -~]+$/);
});

it('draws a line for each task from the start of its batch, with the time of its output', () => {
  const lines = drawn([sequential], { width: 37 });
  expect(lines.slice(0, 6)).toEqual([
    'sequential: 3 tasks in 30.0 ms, the',
    '  sample nearest to the median (round',
    '  5).',
    '1▕▪───────██                   ▏ 10.0',
    '2▕··········╴──────▪█          ▏ 20.0',
    '3▕···················▪┈──────▪█▏ 30.0',
  ]);
});

it('fills the line with the longest of the batch, or with that of all where they share a scale', () => {
  const lengthOf = (line: string) => line.slice(line.indexOf('▕') + 1, line.indexOf('▏')).trimEnd().length;
  const longest = (lines: string[]) => Math.max(...bars(lines).map(lengthOf));
  const [own, shared] = [drawn([gather, sequential]), drawn([gather, sequential], { sameAxis: true })];
  expect(longest(own.slice(0, 4))).toBeGreaterThan(60);
  // 14 of 30 ms.
  expect(longest(shared.slice(0, 4)) / longest(shared)).toBeCloseTo(14 / 30, 1);
});

it('says which worker had a task, and marks one that failed', () => {
  expect(bars(drawn([pool])).map((line) => line.slice(0, 4))).toEqual(['1 w1', '2 w2', '3 w1']);
  expect(bars(drawn([gather, sequential], { sameAxis: true }))[2]).toMatch(/█✗ +▏ 14\.0$/);
});

it('draws the first, the last and some between of more tasks, and says so', () => {
  const many = { ...sequential, tasks: Array.from({ length: 50 }, (_, place) => ({ ...sequential.tasks[0], place })) };
  const lines = drawn([many as TimelineReport], { mostTasks: 5 });
  expect(bars(lines).map((line) => Number.parseInt(line, 10))).toEqual([1, 13, 26, 38, 50]);
  expect(lines.join('').replaceAll(/ +/g, ' ')).toContain(
    '50 tasks in 30.0 ms, the sample nearest to the median (round 5); 5 of them drawn.',
  );
});

it('counts tasks that were not kept, and tells what cannot have been', () => {
  const odd = { ...gather, leftOutTaskCount: 7, faults: ['Time goes back.'] };
  expect(drawn([odd]).join('').replaceAll(/ +/g, ' ')).toMatch(
    /gather: 10 tasks .*; 3 of them drawn\. Time goes back\./,
  );
});

describe.each([20, 40, 80, 130])('at %i columns', (width) => {
  it('no line is wider', () => {
    for (const marks of ['unicode', 'ascii'] as const) {
      for (const line of drawn(timelines, { width, marks })) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });
});

it('draws nothing of a task without any time', () => {
  const empty = { ...gather, tasks: [{ place: 0, worker: null, failed: false, segments: [] }] };
  expect(bars(drawn([empty]))).toEqual([expect.stringMatching(/^1▕ +▏ {2}0\.0$/)]);
});

it('says how long each worker had no task', () => {
  expect(drawn([pool]).join('').replaceAll(/ +/g, ' ')).toContain('(round 5). Without a task: w2 52 % of the time.');
  expect(drawn([gather]).join()).not.toContain('Without a task');
});

it('explains the marks that are there, and no others', () => {
  const legend = drawn([sequential]).join(' ').replace(/\s+/g, ' ');
  expect(legend).toContain('· held back by the limit');
  expect(legend).toContain('█ computing here');
  expect(legend).not.toContain('computing in a worker');
  expect(drawn([sequential], { marks: 'ascii' }).join('\n')).toMatch(/^[ -~\n]+$/);
});
