// A winner is decided or there is none.

import { describe, expect, it } from 'vitest';
import type { ScenarioReport } from '../../model/report.ts';
import type { Arm } from '../arms/arm.ts';
import { buildReport } from '../build-report.ts';
import { type ArmWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { dataOf } from '../testing/one-scenario.ts';
import { judgeFamily } from './family.ts';
import { noiseFloorRatio } from './noise-floor.ts';
import { decideWinner } from './winner.ts';

const waiting: Omit<ScenarioWords, 'arms'> = {
  id: 'waiting',
  kind: 'io',
  taskCount: 10,
  task: { ioMs: 10, serverMs: 9.8 },
};

function told(arms: readonly ArmWords[], words: Partial<ScenarioWords> = {}): ScenarioReport {
  const [report] = buildReport(documentOf({ scenarios: [{ ...waiting, arms, ...words }] })).scenarios;
  if (report === undefined) throw new Error('no scenario');
  return report;
}

const sequential: ArmWords = { strategyId: 'sequential', wallMs: 101 };
const placebo: ArmWords = { ...sequential, placebo: true };
const gather = (wallMs: number): ArmWords => ({ strategyId: 'gather', wallMs });
const bounded = (wallMs: number): ArmWords => ({ strategyId: 'bounded', wallMs, concurrency: 10 });

describe('winner', () => {
  it('is the arm that is decidedly faster than every other', () => {
    const report = told([sequential, placebo, gather(11), bounded(21)]);
    expect(report).toMatchObject({ winner: { name: 'gather' }, leaders: [{ name: 'gather' }], advice: 'gather' });
  });

  it('is nobody when two are within the noise', () => {
    expect(told([sequential, placebo, gather(11), bounded(11.05)])).toMatchObject({
      winner: null,
      leaders: [{ name: 'gather' }, { name: 'bounded c10' }],
    });
  });

  it('is nobody when the difference is decided but too small to matter', () => {
    const words = { noiseRatio: 0.04, epochCount: 10, roundCount: 80 };
    const data = dataOf({ ...waiting, ...words, arms: [sequential, gather(11), bounded(11.42)] });
    const [, first, second] = data.arms as [Arm, Arm, Arm];
    expect(judgeFamily([{ arm: first, other: second }])[0]?.verdict).toBe('faster');
    expect(decideWinner(data.arms)).toMatchObject({ winner: null, leaders: [first, second] });
  });

  it('needs more evidence against many arms than against one', () => {
    const many = 'abcdefgh'.split('').map((strategyId) => ({ strategyId, wallMs: 13.5 }));
    const words = { noiseRatio: 0.18, epochCount: 2, roundCount: 10 };
    const data = dataOf({ ...waiting, ...words, arms: [sequential, gather(11), ...many] });
    const [, fastest, ...others] = data.arms as [Arm, Arm, ...Arm[]];
    const beatenAlone = others.filter((other) => judgeFamily([{ arm: fastest, other }])[0]?.verdict === 'faster');
    const { leaders } = decideWinner(data.arms);
    expect(beatenAlone.some((other) => leaders.includes(other))).toBe(true);
  });

  it('is decided by a dozen rounds when the difference is large, however many arms there are', () => {
    const many = 'abcdefgh'.split('').map((strategyId) => ({ strategyId, wallMs: 40 }));
    const report = told([sequential, placebo, gather(11), ...many], { roundCount: 12 });
    expect(report.winner?.name).toBe('gather');
    expect(report.rows.filter(({ verdict }) => verdict === 'faster')).toHaveLength(9);
    const slow = 'abcdefgh'.split('').map((strategyId) => ({ strategyId, wallMs: 400 }));
    const slower = told([sequential, placebo, gather(300), ...slow], { roundCount: 12 });
    expect(slower.rows.filter(({ verdict }) => verdict === 'slower')).toHaveLength(9);
  });

  it('is nobody, and the simplest is advised, when the reference is among the leaders', () => {
    const report = told([sequential, placebo, gather(100.5)]);
    expect(report).toMatchObject({ winner: null, advice: 'sequential: nothing is decidedly faster' });
    expect(report.leaders.map(({ name }) => name)).toContain('sequential');
  });

  it('does not beat an arm that it never met in a round', () => {
    const early = { ...gather(11), lostRounds: Array.from({ length: 15 }, (_, at) => at + 15) };
    const late = { ...bounded(50), lostRounds: Array.from({ length: 15 }, (_, at) => at) };
    const data = dataOf({ ...waiting, arms: [sequential, early, late] });
    const { winner, leaders } = decideWinner(data.arms);
    expect(winner).toBeNull();
    expect(leaders.map(({ name }) => name)).toEqual(['gather', 'bounded c10']);
  });

  it('is nobody where one arm ran alone, or none', () => {
    const data = dataOf({ ...waiting, arms: [sequential, placebo] });
    expect(decideWinner(data.arms)).toMatchObject({ fastest: data.reference, winner: null, leaders: [data.reference] });
    expect(decideWinner([])).toEqual({ fastest: null, winner: null, leaders: [] });
  });

  it('may be the reference', () => {
    const report = told([sequential, placebo, gather(150)]);
    expect(report).toMatchObject({ winner: { name: 'sequential' }, advice: 'sequential: it is the fastest' });
  });

  it('is never the placebo, and never an arm whose numbers are withheld', () => {
    const fastPlacebo: ArmWords = { ...placebo, wallMs: 99.5 };
    const liar: ArmWords = { ...gather(11), outputDigest: 'ffff' };
    const report = told([sequential, fastPlacebo, liar, bounded(21)]);
    expect(report.winner?.name).toBe('bounded c10');
    expect(report.leaders.map(({ name }) => name)).toEqual(['bounded c10']);
    expect(report.advice).toBe('bounded c10, but 1 arm has no numbers');
  });

  it('is nobody without a reference to hold it against', () => {
    const broken: ArmWords = {
      ...sequential,
      outputDigest: 'ffff',
      status: { state: 'failed', failure: { code: 'X', message: 'y' } },
    };
    const report = told([broken, gather(11), bounded(21)]);
    expect(report.winner).toBeNull();
    expect(report.warnings.map(({ code }) => code)).toContain('no-reference');
    expect(report.rows.every(({ speedup }) => speedup === null)).toBe(true);
  });

  it('is nobody after a single round', () => {
    const report = told([sequential, placebo, gather(11)], { roundCount: 1 });
    expect(report.winner).toBeNull();
    expect(report.rows.find(({ name }) => name === 'gather')?.speedup).toMatchObject({
      low: 0,
      high: Infinity,
    });
  });

  it('gives no advice from one arm alone', () => {
    expect(told([sequential, placebo]).advice).toBe('no advice: nothing to compare with');
  });
});

describe('a verdict', () => {
  it('calls a quiet tie no gain and the placebo is never more than noise', () => {
    const report = told([sequential, placebo, gather(101.2)], { noiseRatio: 0.001, epochCount: 10, roundCount: 100 });
    expect(report.rows.map(({ verdict }) => verdict)).toEqual(['reference', 'no gain', 'no gain']);
    expect(report.noiseFloorRatio).toBeGreaterThan(0);
    expect(report.noiseFloorRatio).toBeLessThan(0.05);
  });

  it('is undecided for everyone when too many rounds were disturbed', () => {
    const disturbed = gather(11);
    const report = told([
      sequential,
      placebo,
      { ...disturbed, sample: ({ round }) => (round % 3 === 0 ? { contaminated: 'steal' } : {}) },
    ]);
    expect(report).toMatchObject({ winner: null, roundCount: 20, droppedRoundCount: 10 });
    expect(report.warnings.map(({ code }) => code)).toContain('unmeasurable');
    expect(report.rows.map(({ verdict }) => verdict)).toEqual(['reference', 'undecided', 'undecided']);
    expect(report.advice).toBe('no advice: too many disturbed rounds');
  });
});

describe('noise floor', () => {
  const judged = (low: number, high: number) => ({
    verdict: 'undecided' as const,
    interval95: { ratio: 1, low, high },
    interval99: { ratio: 1, low, high },
    smallestEffectRatio: 1.1,
    probability: 0.5,
  });

  it('is the farther end of the interval of the placebo, whichever side that is', () => {
    expect(noiseFloorRatio(judged(0.98, 1.1))).toBeCloseTo(0.1);
    expect(noiseFloorRatio(judged(1 / 1.1, 1.02))).toBeCloseTo(0.1);
  });

  it('is unknown without a placebo and after a single round', () => {
    expect(noiseFloorRatio(null)).toBeNull();
    expect(noiseFloorRatio(judged(0, Infinity))).toBeNull();
  });
});
