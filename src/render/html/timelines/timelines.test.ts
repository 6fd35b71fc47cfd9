// Bars of tasks are as long as what they stand for, no two kinds look alike, and a picture has an end.

import { describe, expect, it } from 'vitest';
import { SEGMENT_KINDS, type TimelineReport } from '../../../model/report/timeline-report.ts';
import { taughtRun } from '../testing/taught-run.ts';
import { classOf, patternDefinitions } from './patterns.ts';
import { timelineFigures } from './timeline-figure.ts';

const [kept] = (taughtRun().timelines ?? []).flatMap(({ timelines }) => timelines);
if (kept === undefined) throw new Error('expected a timeline');

/** A millisecond for each kind. */
const WHOLE_US = SEGMENT_KINDS.length * 1_000;

/** One task for each kind, and each kind once. */
const everyKind: TimelineReport = {
  ...kept,
  batchUs: WHOLE_US,
  tasks: SEGMENT_KINDS.map((kind, place) => ({
    ...{ place, worker: null, failed: place === 0 },
    segments: [
      { kind: 'held back', fromUs: 0, toUs: place * 1_000 },
      { kind, fromUs: place * 1_000, toUs: (place + 1) * 1_000 },
    ].filter(({ fromUs, toUs }) => toUs > fromUs) as TimelineReport['tasks'][number]['segments'],
  })),
  idleWorkers: [],
};

const barsOf = (source: string) =>
  [...source.matchAll(/<svg y="([\d.]+)em">(.*?)<\/svg>/g)].map(([, , row = '']) =>
    [...row.matchAll(/<rect class=(\w+) x=([\d.]+)% width=([\d.]+)% \/>/g)].map(([, kind, x, width]) => [
      kind,
      Number(x),
      Number(width),
    ]),
  );

describe('patterns', () => {
  const definitions = patternDefinitions().source;

  it('are there for every kind, and no two are alike', () => {
    const drawings = SEGMENT_KINDS.map((kind) => {
      const [, drawing] = new RegExp(`<pattern id="p-${classOf(kind)}"[^>]*>(.*?)</pattern>`).exec(definitions) ?? [];
      expect(drawing).toBeDefined();
      return drawing;
    });
    expect(new Set(drawings).size).toBe(SEGMENT_KINDS.length);
  });
});

describe('a picture', () => {
  it('has bars where the segments are, on one axis', () => {
    const bars = barsOf(timelineFigures([everyKind], false).source);
    const percent = (us: number) => Number(((us / WHOLE_US) * 100).toFixed(2));
    expect(bars).toEqual(
      everyKind.tasks.map(({ segments }) =>
        segments.map(({ kind, fromUs, toUs }) => [classOf(kind), percent(fromUs), percent(toUs - fromUs)]),
      ),
    );
  });

  it('names every kind that it shows, and no other', () => {
    const [first] = everyKind.tasks;
    const one = { ...everyKind, tasks: first ? [first] : [] };
    const legendOf = (timeline: TimelineReport) =>
      [...timelineFigures([timeline], false).source.matchAll(/<li class="(\w+)">/g)].map(([, kind]) => kind);
    expect(legendOf(everyKind)).toEqual(SEGMENT_KINDS.map(classOf));
    expect(legendOf(one)).toEqual([classOf('held back')]);
  });

  it('is drawn to the scale of the longest where they share one', () => {
    const short: TimelineReport = {
      ...kept,
      batchUs: WHOLE_US / 2,
      tasks: [{ place: 0, worker: 1, failed: false, segments: [{ kind: 'server', fromUs: 0, toUs: WHOLE_US / 2 }] }],
    };
    const widthOf = (sameAxis: boolean) =>
      barsOf(timelineFigures([everyKind, short], sameAxis).source).at(-1)?.[0]?.[2];
    expect(widthOf(true)).toBe(50);
    expect(widthOf(false)).toBe(100);
  });

  it('has a row for each task in the table below it, with its times', () => {
    const source = timelineFigures([everyKind], false).source;
    expect(source.match(/<tr><th scope="row">/g)).toHaveLength(everyKind.tasks.length);
    expect(source).toContain('server at it');
  });

  it('shows the longest stretches of a task that has too many', () => {
    const lengths = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 1_000 : 9_000));
    const segments = lengths.map((us, index) => {
      const fromUs = lengths.slice(0, index).reduce((sum, each) => sum + each, 0);
      return { kind: us === 1_000 ? ('server' as const) : ('held up' as const), fromUs, toUs: fromUs + us };
    });
    const busy = { ...kept, batchUs: 500_000, tasks: [{ place: 0, worker: null, failed: false, segments }] };
    const [row = []] = barsOf(timelineFigures([busy], false).source);
    expect(new Set(row.map(([kind]) => kind))).toEqual(new Set([classOf('held up')]));
    expect(row).toHaveLength(40);
  });

  it('is bounded: of many tasks some are drawn, of many stretches the longest, and it says so', () => {
    const segments = Array.from({ length: 20_000 }, (_, index) => ({
      kind: SEGMENT_KINDS[index % SEGMENT_KINDS.length] as (typeof SEGMENT_KINDS)[number],
      fromUs: index * 10_000,
      toUs: (index + 1) * 10_000,
    }));
    const tasks = Array.from({ length: 256 }, (_, place) => ({
      place,
      worker: null,
      failed: false,
      segments: segments.slice(0, 1_000),
    }));
    const huge: TimelineReport = { ...kept, batchUs: 10_000_000, tasks, leftOutTaskCount: 9_744 };
    const source = timelineFigures([huge], false).source;
    expect(source.length).toBeLessThan(120_000);
    expect(source).toContain('10000 tasks');
    expect(source).toContain('20 of them drawn');
    expect(source).toContain('Of a task with more stretches than 40, the longest are drawn');
  });
});
