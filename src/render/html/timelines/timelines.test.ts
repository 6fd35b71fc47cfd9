// Bars of tasks are as long as what they stand for, no two kinds look alike, and a picture has an end.

import { describe, expect, it } from 'vitest';
import { SEGMENT_KINDS, type TimelineReport } from '../../../model/report/timeline-report.ts';
import { taughtRun } from '../testing/taught-run.ts';
import { classOf, patternDefinitions } from './patterns.ts';
import { timelineFigures } from './timeline-figure.ts';
import { VIEW_STYLE, WIDTHS } from './view.ts';
import { WORKER_STATES } from './worker-lanes.ts';

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
    const states = WORKER_STATES.map(
      (state) => new RegExp(`<pattern id="p-${state}"[^>]*>(.*?)</pattern>`).exec(definitions)?.[1],
    );
    expect(new Set([...drawings, ...states]).size).toBe(SEGMENT_KINDS.length + WORKER_STATES.length);
  });
});

it('every width that can be chosen has its rule', () => {
  for (const times of WIDTHS) {
    expect(timelineFigures([everyKind], false).source).toContain(`<option value="${times}">`);
    expect(VIEW_STYLE).toContain(`option[value="${times}"]:checked) .chart { width: ${times * 100}%; }`);
  }
});

describe('workers', () => {
  const pooled: TimelineReport = {
    ...everyKind,
    batchUs: 12_000,
    tasks: everyKind.tasks.slice(0, 4).map((task, index) => ({ ...task, worker: index % 3 })),
    idleWorkers: [
      { worker: 0, fromUs: 0, toUs: 3_000 },
      { worker: 0, fromUs: 9_000, toUs: 12_000 },
      { worker: 1, fromUs: 6_000, toUs: 12_000 },
    ],
  };
  const lanesOf = (timeline: TimelineReport) =>
    barsOf(timelineFigures([timeline], false).source).slice(timeline.tasks.length);

  it('have a lane each below the tasks, with what they did all the time of the batch', () => {
    expect(lanesOf(pooled)).toEqual([
      [
        ['idle', 0, 25],
        ['taken', 25, 50],
        ['idle', 75, 25],
      ],
      [
        ['taken', 0, 50],
        ['idle', 50, 50],
      ],
      [['taken', 0, 100]],
    ]);
    const source = timelineFigures([pooled], false).source;
    expect(source).toContain('<br>w1<br>w2<br>w3</b>');
    expect(source).toContain('worker idle');
    expect(source).toContain('a lane for each worker');
  });

  it('have none where nobody knows when they were idle', () => {
    expect(lanesOf({ ...pooled, idleWorkers: [] })).toEqual([]);
    expect(timelineFigures([{ ...pooled, idleWorkers: [] }], false).source).not.toMatch(/worker idle|lane for each/);
  });

  it('are bounded, in number and in gaps, and the page says so', () => {
    const idleWorkers = Array.from({ length: 64 * 500 }, (_, index) => {
      const fromUs = Math.floor(index / 64) * 24;
      return { worker: index % 64, fromUs, toUs: fromUs + 12 };
    });
    const lanes = lanesOf({ ...pooled, idleWorkers });
    expect(lanes).toHaveLength(8);
    for (const lane of lanes) expect(lane.filter(([state]) => state === 'idle').length).toBeLessThanOrEqual(40);
    expect(timelineFigures([{ ...pooled, idleWorkers }], false).source).toMatch(
      /8 of 64 workers are drawn\. .*idle more than 40 times, the longest times are drawn/,
    );
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
    const source = timelineFigures([everyKind, short], true).source;
    expect([...source.matchAll(/class="lanes" width="([\d.]+)%"/g)].map(([, width]) => Number(width))).toEqual([
      100, 50,
    ]);
    expect(barsOf(source).at(-1)).toEqual([[classOf('server'), 0, 100]]);
  });

  it('lets the reader choose the scale, and begins with the one that it was asked for', () => {
    const choiceOf = (sameAxis: boolean) =>
      /<input type="checkbox" class="own"( checked)?>/.exec(timelineFigures([everyKind, kept], sameAxis).source)?.[0];
    expect(choiceOf(true)).not.toContain('checked');
    expect(choiceOf(false)).toContain('checked');
    expect(timelineFigures([everyKind], false).source).not.toContain('class="own"');
  });

  it('has the axis of each scale, once where they are the same', () => {
    const short = { ...everyKind, batchUs: 6_000, tasks: everyKind.tasks.slice(0, 2) };
    const kindsOf = (timelines: readonly TimelineReport[]) =>
      [...timelineFigures(timelines, true).source.matchAll(/class="ticks (\w+)"/g)].map(([, kind]) => kind);
    expect(kindsOf([everyKind, short])).toEqual(['both', 'single', 'shared']);
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
