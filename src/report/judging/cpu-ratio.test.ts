// CPU time over the reference's: where it must be one, and which arms are asked.

import { expect, test } from 'vitest';
import type { Sample } from '../../model/document/document.ts';
import type { ScenarioData } from '../arms/scenario-data.ts';
import type { ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, changed, dataOf, quiet } from '../testing/one-scenario.ts';
import { countPrimes } from '../testing/sample-documents.ts';
import { cpuRatiosOf } from './cpu-ratio.ts';

const cpu = (gatherMs: number | ((sample: Sample) => number), referenceMs = 10): ScenarioWords => {
  const gather = { sample: (one: Sample) => ({ cpuMs: typeof gatherMs === 'number' ? gatherMs : gatherMs(one) }) };
  return quiet(
    changed(changed(countPrimes, 'gather', gather), 'sequential', { sample: () => ({ cpuMs: referenceMs }) }),
  );
};

const ratios = (data: ScenarioData) =>
  [...cpuRatiosOf(data.arms, data.reference, data.record.kind)].map(([{ name }, { ratio }]) => [name, ratio]);

test('every arm of one thread over the reference, which is not held against itself', () => {
  const data = dataOf(cpu(12));
  expect(ratios(data).map(([name]) => name)).toEqual(['placebo', 'gather', 'bounded c10']);
  const gather = cpuRatiosOf(data.arms, data.reference, 'cpu').get(armNamed('gather', data));
  expect(gather?.ratio).toBeCloseTo(1.2, 9);
});

test('with an interval of 95 %', () => {
  const data = dataOf(cpu(({ round }) => (round % 2 ? 11 : 13)));
  const gather = cpuRatiosOf(data.arms, data.reference, 'cpu').get(armNamed('gather', data));
  expect(gather).toMatchObject({ confidence: 0.95, pairCount: 30 });
});

test('nobody is asked where the work waits, or the reference is missing, threaded or too quick', () => {
  const data = dataOf(cpu(12));
  expect(cpuRatiosOf(data.arms, data.reference, 'io').size).toBe(0);
  expect(cpuRatiosOf(data.arms, data.reference, 'mixed').size).toBe(0);
  expect(cpuRatiosOf(data.arms, null, 'cpu').size).toBe(0);
  expect(cpuRatiosOf(data.arms, armNamed('pool w2', data), 'cpu').size).toBe(0);
  expect(ratios(dataOf(cpu(12, 4.9)))).toEqual([]);
  expect(ratios(dataOf(cpu(12, 5)))).toHaveLength(3);
});

test('five rounds at the least, of which those without any time are none', () => {
  const names = (words: ScenarioWords, roundCount: number) =>
    ratios(dataOf({ ...words, roundCount })).map(([name]) => name);
  expect(names(cpu(12), 5)).toContain('gather');
  expect(names(cpu(12), 4)).toEqual([]);
  const timeless = cpu(({ round }) => (round === 2 ? 0 : 12));
  expect(names(timeless, 6)).toContain('gather');
  expect(names(timeless, 5)).toEqual(['placebo', 'bounded c10']);
});

test('a file edited by hand makes no ratio of nothing, and none without end', () => {
  const all = (gatherMs: number, referenceMs: number) =>
    ratios(dataOf(cpu(gatherMs, referenceMs))).map(([name]) => name);
  expect(all(1e-9, 10)).not.toContain('gather');
  expect(all(Number.MAX_VALUE, 10)).toContain('gather');
  const pairs = (referenceMs: number, rounds: number) => {
    const sample = ({ round }: Sample) => ({ cpuMs: round < rounds ? referenceMs : 10 });
    const data = dataOf(changed(cpu(Number.MAX_VALUE), 'sequential', { sample }));
    return cpuRatiosOf(data.arms, data.reference, 'cpu').get(armNamed('gather', data));
  };
  expect(pairs(1e-8, 14)).toMatchObject({ pairCount: 16 });
});

test('a reference round without any time is left out', () => {
  const sample = ({ round }: Sample) => ({ cpuMs: round === 3 ? 1e-9 : 10 });
  const data = dataOf(changed(cpu(12), 'sequential', { sample }));
  const gather = cpuRatiosOf(data.arms, data.reference, 'cpu').get(armNamed('gather', data));
  expect(gather).toMatchObject({ pairCount: 29 });
});
