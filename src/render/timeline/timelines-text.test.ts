import { describe, expect, it } from 'vitest';
import { SEGMENT_KINDS, type TimelineReport } from '../../model/report/timeline-report.ts';
import { sampleTimelines } from '../testing/sample-timelines.ts';
import { textWidth } from '../text-width.ts';
import { IDLE_MARK, markOf } from './marks.ts';
import { captionOf, timelinesText } from './timelines-text.ts';

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
    const all = [...SEGMENT_KINDS.map((kind) => markOf(kind, marks)), IDLE_MARK[marks]];
    expect(new Set(all).size).toBe(SEGMENT_KINDS.length + 1);
    expect(all.every((mark) => textWidth(mark) === 1)).toBe(true);
    if (marks === 'ascii') expect(all.join('')).toMatch(/^[!-~]+$/);
  }
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
  expect(bars(drawn([pool])).map((line) => line.slice(0, 4))).toEqual(['1 w1', '2 w2', '3 w1', '  w1', '  w2']);
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
  expect(bars(drawn([empty]))).toEqual([expect.stringMatching(/^1▕ +▏ 0\.0$/)]);
});

describe('workers of a pool', () => {
  const lanes = (lines: readonly string[]) => lines.filter((line) => /^ +w\d/.test(line));
  /** A pool of so many, of which the first had the only task. */
  const ofWorkers = (count: number): TimelineReport => ({
    ...pool,
    workerParts: [{ worker: 0, kind: 'computing in a worker', fromUs: 0, toUs: pool.batchUs }],
    idleWorkers: Array.from({ length: count - 1 }, (_, index) => ({
      worker: index + 1,
      fromUs: 0,
      toUs: pool.batchUs,
    })),
  });

  it('have a line each below the tasks: what they did when, when they had none, and how much of the time that was', () => {
    // 21 ms in as many places.
    expect(lanes(drawn([pool], { width: 32 }))).toEqual([
      '  w1▕˙~~~▓▓▓▓▓▓▓▓˙▓▓▓▓▓▓▓˙▏ 14 %',
      '  w2▕˙××××▒▒▒▒˙˙˙˙˙˙˙˙˙˙˙˙▏ 62 %',
    ]);
    expect(lanes(drawn([pool], { width: 32, marks: 'ascii' }))).toEqual([
      "  w1|'~~~WWWWWWWW'WWWWWWW'| 14 %",
      "  w2|'xxxxoooo''''''''''''| 62 %",
    ]);
  });

  it('are explained where they are, and said once', () => {
    const text = drawn([pool]).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('below them each worker, and its share of time without one');
    expect(text).toContain('˙ worker without a task');
    expect(text).not.toContain('Without a task');
    expect(drawn([gather]).join(' ')).not.toMatch(/worker|˙/);
  });

  it('lie on the scale that their tasks have', () => {
    const [own = '', shared = ''] = [[pool], [pool, sequential]].map((shown) =>
      String(lanes(drawn(shown, { sameAxis: true }))[0]),
    );
    const lengthOf = (line: string) => line.lastIndexOf('˙') - line.indexOf('▕');
    expect(lengthOf(shared) / lengthOf(own)).toBeCloseTo(21 / 30, 1);
  });

  it('are a few of many, and never more than tasks may have', () => {
    const many = drawn([ofWorkers(64)]);
    expect(lanes(many).map((line) => line.slice(1, 4).trim())).toEqual('w1 w10 w19 w28 w37 w46 w55 w64'.split(' '));
    expect(many.join(' ').replaceAll(/ +/g, ' ')).toContain('(round 5). Of 64 workers 8 are drawn.');
    expect(lanes(drawn([ofWorkers(64)], { mostTasks: 4 }))).toHaveLength(4);
    expect(lanes(drawn([ofWorkers(8)]))).toHaveLength(8);
    expect(drawn([ofWorkers(8)]).join(' ')).not.toContain('are drawn');
  });

  it('are a sentence where a picture has no lines for them, however many they are', () => {
    expect(captionOf(pool, 20)).toMatch(/\(round 5\)\. Without a task: w1 14 %, w2 62 % of the time\.$/);
    expect(captionOf(gather, 20)).not.toContain('Without a task');
    const many = captionOf(ofWorkers(1_000), 20);
    expect(many).toMatch(/w7 100 %, w8 100 % of the time \(8 of 1000 workers\)\.$/);
    expect(many.length).toBeLessThan(300);
  });
});

it('explains the marks that are there, and no others', () => {
  const legend = drawn([sequential]).join(' ').replace(/\s+/g, ' ');
  expect(legend).toContain('· held back by the limit');
  expect(legend).toContain('█ computing here');
  expect(legend).not.toContain('computing in a worker');
  expect(drawn([sequential], { marks: 'ascii' }).join('\n')).toMatch(/^[ -~\n]+$/);
});
