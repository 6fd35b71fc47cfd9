// An arm: its name, its settings, the rounds that count, and figures over them.

import { expect, test } from 'vitest';
import type { Cell, Sample } from '../../model/document/document.ts';
import { type ArmWords, documentOf } from '../testing/document-builder.ts';
import { downloadPages } from '../testing/sample-documents.ts';
import { disturbedRounds, toArm } from './arm.ts';
import { makespanPairs, pairedSamples } from './pairs.ts';
import { isTooShort } from './too-short.ts';

const NONE: ReadonlySet<number> = new Set();

function cellOf(arm: Partial<ArmWords>): Cell {
  const words = { ...downloadPages, roundCount: 5, epochCount: 1, noiseRatio: 0 };
  const arms = [{ strategyId: 'gather', wallMs: 10, ...arm }];
  const [cell] = documentOf({ scenarios: [{ ...words, arms }] }).cells;
  if (cell === undefined) throw new Error('no cell');
  return cell;
}

const walls =
  (...wallMs: number[]) =>
  ({ round }: Sample) => ({ wallMs: wallMs[round] ?? 0 });

test('has the name, the shape and the settings of its cell', () => {
  expect(toArm(cellOf({ strategyId: 'bounded', concurrency: 8 }), NONE)).toMatchObject({
    name: 'bounded c8',
    concurrency: 8,
    threads: null,
    shape: { waits: 'bounded' },
  });
  expect(toArm(cellOf({ strategyId: 'pool', threads: 2 }), NONE)).toMatchObject({ threads: 2, concurrency: null });
  expect(toArm(cellOf({ placebo: true }), NONE).name).toBe('placebo');
});

test('has no shape where the document holds none, or one that nobody knows', () => {
  expect(toArm(cellOf({ shape: null }), NONE).shape).toBeNull();
  expect(toArm(cellOf({ shape: { waits: 'by the moon' } }), NONE).shape).toBeNull();
});

test('counts only rounds that were not dropped', () => {
  const arm = toArm(cellOf({ sample: walls(5, 1, 3, 2, 4) }), new Set([0, 3]));
  expect(arm.samples.map(({ round }) => round)).toEqual([1, 2, 4]);
  expect([arm.medianOf('wallMs'), arm.leastOf('wallMs'), arm.wallQuantileMs(0.5), arm.wallQuantileMs(1)]).toEqual([
    3, 1, 3, 4,
  ]);
});

test('tells the median of every field, asked once or again', () => {
  const arm = toArm(cellOf({ sample: ({ round }) => ({ cpuMs: round, gcMs: 10 * round }) }), NONE);
  expect([arm.medianOf('cpuMs'), arm.medianOf('gcMs'), arm.medianOf('cpuMs')]).toEqual([2, 20, 2]);
});

test('tells nothing of no rounds', () => {
  const arm = toArm(cellOf({}), new Set([0, 1, 2, 3, 4]));
  expect([arm.medianOf('wallMs'), arm.leastOf('wallMs')]).toEqual([0, 0]);
});

test('the least is the least, wherever it stands', () => {
  for (const order of [
    [1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1],
    [3, 1, 5, 2, 4],
  ]) {
    expect(toArm(cellOf({ sample: walls(...order) }), NONE).leastOf('wallMs')).toBe(1);
  }
});

test('a round is disturbed when any arm says so', () => {
  const disturbed = (...rounds: number[]) => ({
    sample: ({ round }: Sample) => (rounds.includes(round) ? { contaminated: 'steal' } : {}),
  });
  expect([...disturbedRounds([cellOf(disturbed(1, 3)), cellOf({}), cellOf(disturbed(3, 4))])]).toEqual([1, 3, 4]);
  expect(disturbedRounds([cellOf({})]).size).toBe(0);
});

test('two arms are paired round by round, where both ran', () => {
  const first = toArm(cellOf({ sample: walls(1, 2, 3, 4, 5), lostRounds: [0] }), NONE);
  const second = toArm(cellOf({ sample: walls(10, 20, 30, 40, 50), lostRounds: [3] }), NONE);
  expect(pairedSamples(first, second).map(([own, other]) => [own.wallMs, other.wallMs])).toEqual([
    [2, 20],
    [3, 30],
    [5, 50],
  ]);
  expect(makespanPairs(first, second)[1]).toEqual({ epoch: 0, round: 2, numeratorMs: 3, denominatorMs: 30 });
});

test('times that no clock shows are moved to the end of the scale, so that a ratio exists', () => {
  const odd = toArm(cellOf({ sample: walls(0, -5, Infinity, 1e13, 7) }), NONE);
  const times = makespanPairs(odd, odd).map(({ numeratorMs, denominatorMs }) => [numeratorMs, denominatorMs]);
  expect(times).toEqual([1e-9, 1e-9, 1e12, 1e12, 7].map((ms) => [ms, ms]));
});

test('a batch is too short below a millisecond', () => {
  expect(isTooShort(toArm(cellOf({ wallMs: 0.999 }), NONE))).toBe(true);
  expect(isTooShort(toArm(cellOf({ wallMs: 1 }), NONE))).toBe(false);
});
