// What a guess comes to beside what was measured, and what scores nobody.

import { describe, expect, it } from 'vitest';
import type { Sample } from '../model/document/document.ts';
import type { ArmWords, ScenarioWords } from '../report/testing/document-builder.ts';
import { changed } from '../report/testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../report/testing/sample-documents.ts';
import { outcomeOfGuess } from './outcome.ts';
import { noiseOf, scoreOf } from './score.ts';
import { guessesAt, measuredScenario, outcomeAt } from './testing/measured-scenario.ts';

describe('a score', () => {
  const measured = { ratio: 10, low: 9, high: 11 };

  it.each([
    [9, 0, 1],
    [11, 0, 1],
    [8.99, 0, 0.5],
    [11.01, 0, 0.5],
    [8.6, 0.05, 1],
    [8.5, 0.05, 0.5],
    [11.55, 0.05, 1],
    [11.56, 0.05, 0.5],
    [15, 0, 0.5],
    [15.1, 0, 0],
    [6.67, 0, 0.5],
    [6.6, 0, 0],
    [1, Infinity, 1],
  ])('of a guess of %d with noise of %d is %d', (guess, noise, score) => {
    expect(scoreOf(guess, measured, noise)).toBe(score);
  });

  it('measures near by the ratio, not by the ends of the interval', () => {
    expect(scoreOf(16, { ratio: 10, low: 9, high: 15.5 }, 0)).toBe(0);
  });
});

/** Far above its floors, so that noise breaks no audit. */
const twiceAsSlow = downloadPages.arms.map((arm) => ({ ...arm, wallMs: arm.wallMs * 2 }));

/** Two copies of the reference that differ by half. */
const withNoisyPlacebo = twiceAsSlow.map((arm) =>
  arm.placebo
    ? { ...arm, sample: ({ round, wallMs }: Sample) => ({ wallMs: wallMs * (round % 2 === 0 ? 1 : 2) }) }
    : arm,
);

/** What becomes of a guess at the arm of this strategy once it is changed so. */
function scored(change: Partial<ArmWords>, words: Partial<ScenarioWords> = {}, guess = 'gather=19') {
  const { arms } = outcomeAt(measuredScenario({ ...changed(downloadPages, 'gather', change), ...words }), guess);
  return arms.find(({ name }) => name === 'gather');
}

describe('an arm', () => {
  it('has its guess beside theory and what was measured', () => {
    const { arms, scoreSum, scoredCount } = outcomeAt(measuredScenario(downloadPages), 'gather=19,bounded=13,pool=6');
    expect(arms.map(({ name, score }) => [name, score])).toEqual([
      ['gather', 1],
      ['bounded c10', 0.5],
      ['pool w2', 0],
      ['gather+pool', null],
    ]);
    expect({ scoreSum, scoredCount }).toEqual({ scoreSum: 1.5, scoredCount: 3 });
    const [gather, , pool] = arms;
    expect(gather?.measured?.ratio).toBeCloseTo(1210 / 63.2, 0);
    expect(gather?.theoryRatio).toBeGreaterThan(15);
    expect(pool?.theoryRatio).toBeCloseTo(2, 1);
    expect(gather?.levelRatio).toBeGreaterThanOrEqual(0.95);
  });

  it('that nobody guessed at has no score, and no reason for that', () => {
    const pool = outcomeAt(measuredScenario(downloadPages), 'gather=19').arms.find(({ name }) => name === 'pool w2');
    expect(pool).toMatchObject({ guessRatio: null, score: null, reason: null });
    expect(pool?.measured).not.toBeNull();
    const failed = { status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } } } as const;
    const { arms } = outcomeAt(measuredScenario(changed(downloadPages, 'pool', failed)), 'gather=19');
    expect(arms.find(({ name }) => name === 'pool w2')).toMatchObject({ score: null, reason: null, measured: null });
  });

  it.each<[string, ReturnType<typeof scored>, string | RegExp]>([
    [
      'that failed',
      scored({ status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } } }),
      /it broke/,
    ],
    ['whose audit failed', scored({ sample: () => ({ connectCount: 4 }) }), /reconnects/],
    ['that was not run', scored({ status: { state: 'skipped', reason: 'no need' } }), 'no need'],
    [
      'whose interval is narrow, beside a placebo that is not',
      scored({}, { arms: withNoisyPlacebo, roundCount: 3 }),
      /noise included/,
    ],
    [
      'whose interval holds nearly every guess',
      scored({}, { arms: twiceAsSlow, noiseRatio: 0.45, roundCount: 4 }),
      /cannot tell guesses apart/,
    ],
  ])('%s is scored for nobody, and the reason is told', (_, arm, reason) => {
    expect(arm?.score).toBeNull();
    expect(arm?.reason).toMatch(reason);
  });

  it('has no score without a reference that has numbers', () => {
    const broken = { status: { state: 'failed', failure: { code: 'TASK_THREW', message: 'it broke' } } } as const;
    const { arms } = outcomeAt(measuredScenario(changed(downloadPages, 'sequential', broken)), 'gather=19');
    expect(arms[0]).toMatchObject({ score: null, reason: 'the reference has no numbers', theoryRatio: null });
  });

  it('says why theory is silent', () => {
    const measured = measuredScenario({ ...downloadPages, calibrated: false });
    expect(outcomeAt(measured, 'gather=19').arms[0]).toMatchObject({
      theoryRatio: null,
      theoryReason: 'no task was measured alone',
      score: 1,
    });
    const strange = measuredScenario(changed(downloadPages, 'pool', { shape: { waits: 'sometimes' } }));
    expect(outcomeAt(strange, 'pool=2').arms.find(({ name }) => name === 'pool w2')).toMatchObject({
      theoryRatio: null,
      theoryReason: 'this version does not know how it arranges tasks',
    });
  });

  it('that the run does not hold, as where it ended early, is told of all the same', () => {
    const measured = measuredScenario(countPrimes);
    const guesses = guessesAt(measured, 'gather=1,pool=2');
    const ended = measuredScenario({ ...countPrimes, arms: countPrimes.arms.slice(0, 3) });
    expect(outcomeOfGuess(ended, guesses).arms.map(({ name, score, reason }) => [name, score, reason])).toEqual([
      ['gather', 1, null],
      ['pool w2', null, 'this run does not hold it'],
    ]);
  });
});

it('noise is what the second copy shows: none without one, without bounds where its interval is open', () => {
  const { scenario } = measuredScenario(downloadPages);
  const rows = scenario.rows.filter(({ placebo }) => !placebo);
  expect(noiseOf(scenario)).toBe(scenario.noiseFloorRatio);
  expect(noiseOf({ ...scenario, noiseFloorRatio: null, rows })).toBe(0);
  expect(noiseOf({ ...scenario, noiseFloorRatio: null })).toBe(Infinity);
});
