// What services read: true numbers under unique names, and nothing where there is nothing to believe.

import { describe, expect, it } from 'vitest';
import { calm, cell, interrupted, sideBySide, unbelievable } from '../testing/sample-comparisons.ts';
import { bencherMetrics } from './bencher.ts';
import { actionBenchmark } from './github-action-benchmark.ts';
import { longCsv } from './long-csv.ts';

const twice = { ...calm, cells: [cell('a gather', 'within margin', 1), cell('a gather', 'within margin', 2)] };

describe('Bencher', () => {
  const metrics = (comparison = sideBySide) => JSON.parse(bencherMetrics(comparison));

  it('gets the time of head in nanoseconds, without bounds that nobody knows', () => {
    expect(metrics()['look-up/gather']).toEqual({ latency: { value: 14_224_080 } });
    expect(Object.keys(metrics())).toHaveLength(sideBySide.cells.length);
  });

  it('gets each cell under a name of its own, no longer than it takes', () => {
    expect(Object.keys(metrics(twice))).toEqual(['a/gather', 'a/gather (2)']);
    const long = cell(`${'x'.repeat(2_000)} gather`, 'within margin', 1);
    const names = Object.keys(metrics({ ...calm, cells: [long, long] }));
    expect(names).toHaveLength(2);
    expect(names.map(({ length }) => length)).toEqual([1_024, 1_024]);
    const emoji = cell(`${'x'.repeat(1_023)}🎉 gather`, 'within margin', 1);
    expect(Object.keys(metrics({ ...calm, cells: [emoji] }))[0]).toBe('x'.repeat(1_023));
  });

  it('gets a name that is a word of the language', () => {
    expect(bencherMetrics({ ...calm, cells: [{ ...cell('x y', 'within margin', 1), name: '__proto__' }] })).toContain(
      '__proto__',
    );
  });

  it.each([unbelievable, interrupted])('gets nothing that is not to be believed', (comparison) => {
    expect(metrics(comparison)).toEqual({});
  });
});

describe('github-action-benchmark', () => {
  const points = (comparison = sideBySide) => JSON.parse(actionBenchmark(comparison));

  it('gets a list of numbers with their unit', () => {
    expect(points()[0]).toEqual({
      name: 'look-up/gather',
      unit: 'ms',
      value: expect.closeTo(14.224, 3),
      extra: 'regressed against HEAD^1: +12.8 % (+10.8…+14.9 %)',
    });
    expect(points().every(({ value }: { value: unknown }) => typeof value === 'number' && value > 0)).toBe(true);
    expect(points(twice).map(({ name }: { name: string }) => name)).toEqual(['a/gather', 'a/gather (2)']);
  });

  it.each([unbelievable, interrupted])('gets an empty list where nothing is to be believed', (comparison) => {
    expect(points(comparison)).toEqual([]);
  });
});

describe('CSV in long form', () => {
  const [header = '', ...lines] = longCsv(sideBySide).trimEnd().split('\r\n');
  const fields = header.split(',');
  // No sample has a comma in a field that comes before these.
  const of = (line: string, name: string) => line.split(',').at(fields.indexOf(name) - fields.length);

  it('has a line for each cell and measure, and one for each cell without numbers', () => {
    expect(lines).toHaveLength(8 * sideBySide.cells.length + sideBySide.unmatched.length);
    const gather = lines.filter((line) => line.includes(',look-up,gather,'));
    expect(
      gather.map((line) => `${of(line, 'measure')} ${of(line, 'unit')} ${Number(of(line, 'value')).toFixed(3)}`),
    ).toEqual([
      'base_time ms 12.610',
      'head_time ms 14.224',
      'change ratio 1.128',
      'change_low ratio 1.108',
      'change_high ratio 1.149',
      'level ratio 0.950',
      'detectable_change ratio 1.042',
      'based_on count 15.000',
    ]);
    expect(lines.filter((line) => line.endsWith(',,,')).map((line) => of(line, 'verdict'))).toContain('broken');
  });

  it('has no line for a measure that is not known', () => {
    const cells = [cell('a gather', 'within margin', 1, { detectableRatio: null })];
    expect(longCsv({ ...calm, cells })).not.toContain('detectable');
  });
});
