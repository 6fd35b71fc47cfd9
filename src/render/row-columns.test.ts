// What stands above a column must be true of what is in it.

import { describe, expect, it } from 'vitest';
import type { Row } from '../model/report/report.ts';
import { buildReport } from '../report/build-report.ts';
import { documentOf } from '../report/testing/document-builder.ts';
import { downloadPages } from '../report/testing/sample-documents.ts';
import { detailColumns, resultColumns } from './row-columns.ts';

const SCALE = { unit: 'ms', decimals: 1 } as const;
const rows = (buildReport(documentOf({ scenarios: [downloadPages] })).scenarios[0]?.rows ?? []).filter(
  ({ status }) => status === 'completed',
);
const withEach = (change: (index: number) => Partial<Row>) => rows.map((row, index) => ({ ...row, ...change(index) }));
const headers = (of: readonly Row[]) => resultColumns(of, SCALE).map(({ header }) => header);
const shares = (of: readonly Row[]) => {
  const bar = resultColumns(of, SCALE).find(({ kind }) => kind === 'bar');
  return bar && of.map((row) => bar.share?.(row));
};

describe('above the interval', () => {
  it.each([
    [[null, 0.95], '95 %\ninterval'],
    [[0.95, 0.95, 0.99667], '95–99.67 %\ninterval'],
    [[0.9975, 0.9975], '99.75 %\ninterval'],
    [[null, null], 'interval'],
  ])('stands the level that decided: %j', (levels, header) => {
    const told = headers(withEach((index) => ({ speedupLevelRatio: levels[index] ?? null })));
    expect(told.find((each) => each.endsWith('interval'))).toBe(header);
  });

  it('stands nothing where nothing was compared', () => {
    expect(headers(withEach(() => ({ speedup: null }))).join(' ')).not.toMatch(/interval|speed-up/);
  });
});

it('first things come first: who, how long, how much faster, how near the best, and what was decided', () => {
  expect(headers(rows)).toEqual([
    ...['strategy', 'time', 'speed-up', expect.stringContaining('interval'), 'of\nbest', 'verdict', ''],
  ]);
  expect(headers(withEach(() => ({ failedRatio: 0.1 })))).toContain('failed');
});

it('details have what is left, the level and the break-even among them, where a row has any', () => {
  const told = (of: readonly Row[]) => detailColumns(of, SCALE).map(({ header }) => header.replace('\n', ' '));
  expect(told(rows)).toEqual([
    ...['strategy', 'level', 'floor', 'of own floor', 'predicted', 'started', 'computing', 'CPU', 'loop busy'],
    ...['start-up', 'p95', 'pays from batch'],
  ]);
  const cells = detailColumns(
    withEach(() => ({ breakEvenBatchCount: 13, speedupLevelRatio: 0.99667 })),
    SCALE,
  ).map(({ cell }) => cell({ ...(rows[2] as Row), breakEvenBatchCount: 13, speedupLevelRatio: 0.99667 }));
  expect(cells[1]).toBe('99.67 %');
  expect(cells.at(-1)).toBe('13');
  expect(told(withEach(() => ({ speedupLevelRatio: null, breakEvenBatchCount: null, floorMs: null })))).toEqual([
    ...['strategy', 'of own floor', 'predicted', 'started', 'computing', 'CPU', 'loop busy', 'start-up', 'p95'],
  ]);
  const bare = withEach(() => Object.fromEntries(Object.keys(rows[0] ?? {}).map((key) => [key, null])));
  expect(detailColumns(bare as Row[], SCALE)).toEqual([]);
});

describe('a bar', () => {
  it('is as long as the time, the longest at full length', () => {
    const times = [200, 100, null, 50, 0];
    expect(shares(withEach((index) => ({ medianMs: times[index] ?? null })))).toEqual([1, 0.5, 0, 0.25, 0]);
  });

  it('passes over times that are none, and is not there without any', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, -5, 40, 10];
    expect(shares(withEach((index) => ({ medianMs: odd[index] ?? null })))).toEqual([0, 0, 0, 1, 0.25]);
    expect(shares(withEach(() => ({ medianMs: null })))).toBeUndefined();
  });
});
