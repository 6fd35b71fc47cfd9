// One judgement: a winner is decided or there is none, and no row, leader or word says otherwise.

import { describe, expect, it } from 'vitest';
import type { ScenarioReport } from '../../model/report/report.ts';
import type { Arm } from '../arms/arm.ts';
import { buildReport } from '../build-report.ts';
import { type ArmWords, documentOf, type ScenarioWords } from '../testing/document-builder.ts';
import { dataOf } from '../testing/one-scenario.ts';
import { type Decision, judgeFamily } from './family.ts';
import { decisionBetween, judgeScenario, leadersSpeedup } from './judgement.ts';
import { leadersAmong } from './leaders.ts';
import { noiseFloorRatio } from './noise-floor.ts';

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

const judge = (data: ReturnType<typeof dataOf>) => judgeScenario(data, data.arms);

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
    expect(judge(data)).toMatchObject({ winner: null, leaders: [first, second], leadersAre: 'undecided' });
  });

  it('needs more evidence against many arms than against one', () => {
    const many = 'abcdefgh'.split('').map((strategyId) => ({ strategyId, wallMs: 13.5 }));
    const words = { noiseRatio: 0.18, epochCount: 2, roundCount: 10 };
    const data = dataOf({ ...waiting, ...words, arms: [sequential, gather(11), ...many] });
    const [, fastest, ...others] = data.arms as [Arm, Arm, ...Arm[]];
    const beatenAlone = others.filter((other) => judgeFamily([{ arm: fastest, other }])[0]?.verdict === 'faster');
    const { leaders } = judge(data);
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
    expect(report).toMatchObject({ winner: null, advice: 'stay with sequential: no schedule gains more than 5 %' });
    expect(report.leaders.map(({ name }) => name)).toContain('sequential');
  });

  it('beats an arm that it never met in a round only where the reference tells them apart', () => {
    const early = { ...gather(11), lostRounds: Array.from({ length: 15 }, (_, at) => at + 15) };
    const late = (wallMs: number) => ({ ...bounded(wallMs), lostRounds: Array.from({ length: 15 }, (_, at) => at) });
    const met = (wallMs: number) => judge(dataOf({ ...waiting, arms: [sequential, early, late(wallMs)] }));
    expect(met(11.3)).toMatchObject({ winner: null, leadersAre: 'undecided' });
    expect(met(11.3).leaders.map(({ name }) => name)).toEqual(['gather', 'bounded c10']);
    expect(met(50).winner?.name).toBe('gather');
  });

  it('is nobody where one arm ran alone, or none', () => {
    const data = dataOf({ ...waiting, arms: [sequential, placebo] });
    const alone = { fastest: data.reference, winner: null, leaders: [data.reference], leadersAre: 'one' };
    expect(judge(data)).toMatchObject(alone);
    expect(judgeScenario(data, [])).toMatchObject({ fastest: null, winner: null, leaders: [], leadersAre: 'none' });
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

describe('leaders', () => {
  const decided = (verdict: Decision['verdict'], low: number, high: number): Decision => ({
    ...{ verdict, levelRatio: 0.99, probability: 0 },
    interval: { ratio: Math.sqrt(low * high), low, high },
  });
  const data = dataOf({ ...waiting, arms: [sequential, gather(11), bounded(20), { strategyId: 'pool', wallMs: 50 }] });
  const [reference, first, second, third] = data.arms as [Arm, Arm, Arm, Arm];
  const undecided = decided('undecided', 0.8, 1.4);
  const named = (
    rows: readonly (readonly [Arm, Decision])[],
    contest: readonly (readonly [Arm, Decision])[] = [
      [second, undecided],
      [third, undecided],
    ],
  ) =>
    leadersAmong(data.arms, { reference, rows: new Map(rows), head: first, contest: new Map(contest) }).map(
      ({ name }) => name,
    );

  it('do not hold the reference where a row is faster, though the fastest is undecided', () => {
    const rows = [
      [first, decided('undecided', 0.9, 12)],
      [second, decided('faster', 2, 4)],
      [third, decided('undecided', 0.9, 2.2)],
    ] as const;
    expect(named(rows)).toEqual(['gather', 'bounded c10', 'pool']);
  });

  it('do not lose a faster row to one that is undecided, and do to one that is faster', () => {
    const won = [
      [second, decided('faster', 1.2, 2)],
      [third, undecided],
    ] as const;
    const row = decided('faster', 2, 4);
    expect(
      named(
        [
          [first, undecided],
          [second, row],
        ],
        won,
      ),
    ).toContain('bounded c10');
    expect(
      named(
        [
          [first, row],
          [second, row],
        ],
        won,
      ),
    ).not.toContain('bounded c10');
  });

  it('do not lose a row that is not slower to one that is', () => {
    const lost = [[second, decided('faster', 1.2, 2)]] as const;
    const rows = [
      [first, decided('slower', 0.5, 0.9)],
      [second, undecided],
      [third, decided('slower', 0.2, 0.3)],
    ] as const;
    expect(named(rows, lost)).toEqual(['sequential', 'bounded c10']);
  });

  it('do not hold arms whose intervals lie apart, even if they never met', () => {
    const rows = [
      [first, decided('faster', 3, 4)],
      [second, decided('faster', 1.2, 2)],
      [third, decided('undecided', 0.9, 3.5)],
    ] as const;
    expect(named(rows, [])).toEqual(['gather', 'pool']);
  });

  it('fall back on the table where arms lost to each other in rounds that they did not share', () => {
    const rows = [
      [first, decided('faster', 3, 4)],
      [second, decided('faster', 1.2, 2)],
      [third, decided('slower', 0.5, 0.8)],
    ] as const;
    expect(named(rows, [[second, decided('slower', 0.5, 0.8)]])).toEqual(['gather']);
  });

  it('are alike only where the interval of their ratio says so', () => {
    const words = { noiseRatio: 0.001, epochCount: 10, roundCount: 100 };
    const tie = judge(dataOf({ ...waiting, ...words, arms: [sequential, gather(11), bounded(11.05)] }));
    expect(tie.leadersAre).toBe('alike');
    const common = leadersSpeedup(tie);
    expect(common?.ratio).toBeCloseTo(101 / 11.03, 1);
    for (const arm of tie.leaders) {
      expect(tie.rows.get(arm)?.interval.low).toBeGreaterThanOrEqual(common?.low ?? Infinity);
      expect(tie.rows.get(arm)?.interval.high).toBeLessThanOrEqual(common?.high ?? 0);
    }
    const noisier = { ...words, noiseRatio: 0.05, roundCount: 20 };
    const apart = judge(dataOf({ ...waiting, ...noisier, arms: [sequential, gather(11), bounded(11.4)] }));
    expect(apart.leadersAre).toBe('undecided');
  });

  it('are held against each other in the direction asked for', () => {
    const judged = judge(data);
    expect(decisionBetween(first, second, judged)?.interval.ratio).toBeCloseTo(20 / 11, 1);
    expect(decisionBetween(first, reference, judged)?.interval.ratio).toBeCloseTo(101 / 11, 1);
    const backwards = decisionBetween(reference, first, judged)?.interval;
    expect(backwards?.ratio).toBeCloseTo(11 / 101, 2);
    expect(backwards?.low).toBeLessThan(backwards?.high ?? 0);
  });

  it('have no factor where the reference is one of them', () => {
    expect(leadersSpeedup(judge(dataOf({ ...waiting, arms: [sequential, gather(100)] })))).toBeNull();
    expect(leadersSpeedup(judge(data))).toEqual(judge(data).rows.get(first)?.interval);
  });
});

describe('noise floor', () => {
  const judged = (low: number, high: number) => ({
    verdict: 'undecided' as const,
    interval: { ratio: 1, low, high },
    levelRatio: 0.99,
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
