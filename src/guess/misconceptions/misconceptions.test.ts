// Beliefs: each is found where a guess shows it and the run refutes it, and nowhere else.

import { describe, expect, it } from 'vitest';
import type { ScenarioWords } from '../../report/testing/document-builder.ts';
import { changed } from '../../report/testing/one-scenario.ts';
import { countPrimes, downloadPages, serverComputes } from '../../report/testing/sample-documents.ts';
import { measuredScenario, outcomeAt } from '../testing/measured-scenario.ts';
import { MISCONCEPTIONS } from './misconceptions.ts';

/** Beliefs by the arms that show them. */
function found(scenario: ScenarioWords, guess: string): string[] {
  return outcomeAt(measuredScenario(scenario), guess).misconceptions.map(({ id, name }) => `${name}: ${id}`);
}

const slowPool = changed(countPrimes, 'pool', { wallMs: 400 });
const halfACore = changed(countPrimes, 'pool', { wallMs: 115 });
const wholeCores = changed(countPrimes, 'pool', { wallMs: 94 });
const oneThread = changed(countPrimes, 'pool', { wallMs: 240, threads: 1 });
const limitOfOne = changed(countPrimes, 'bounded', { concurrency: 1 });
const parallelPromises = changed(countPrimes, 'gather', { wallMs: 100 });

describe('a belief', () => {
  it.each<[string, ScenarioWords, string, string[]]>([
    ['gathered computing', countPrimes, 'gather=8', ['gather: promises-are-parallel']],
    ['computing within a limit', countPrimes, 'bounded=10', ['bounded c10: promises-are-parallel']],
    ['gathered computing, by the least', countPrimes, 'gather=1.2', ['gather: promises-are-parallel']],
    ['gathered computing, too little to tell', countPrimes, 'gather=1.19', []],
    ['gathered waiting', downloadPages, 'gather=20', []],
    ['a pool that waits for many', downloadPages, 'pool=20', ['pool w2: a-worker-waits-for-many']],
    ['a pool that waits for a few', downloadPages, 'pool=3.9', []],
    ['a pool that adds a whole core', halfACore, 'pool=2', ['pool w2: cores-are-the-factor']],
    ['a pool that adds less', halfACore, 'pool=1.9', []],
    [
      'async that saves computing',
      downloadPages,
      'gather=1,bounded=1.4',
      ['gather: async-saves-computing', 'bounded c10: async-saves-computing'],
    ],
    ['async that saves a little more', downloadPages, 'gather=1.6', []],
    ['async that saves no computing', countPrimes, 'gather=1', []],
    ['a limit that costs nothing', downloadPages, 'bounded=20', ['bounded c10: limits-cost-nothing']],
    ['a limit that costs something', downloadPages, 'bounded=14', []],
    ['a busy server', serverComputes, 'gather=20', ['gather: waiting-always-overlaps']],
    ['threads that cost more than they give', slowPool, 'pool=1.5', ['pool w2: workers-always-pay']],
    ['one thread that gives less than one', oneThread, 'pool=1', []],
    ['a limit of one', limitOfOne, 'bounded=2', []],
    ['threads that cost more than they give, and cores', slowPool, 'pool=2', ['pool w2: workers-always-pay']],
  ])('%s', (_, scenario, guess, beliefs) => {
    expect(found(scenario, guess)).toEqual(beliefs);
  });

  it.each<[string, ScenarioWords, string]>([
    ['promises that were parallel', parallelPromises, 'gather=1.9'],
    ['cores that were the factor', wholeCores, 'pool=2'],
    ['a server that was not busy', downloadPages, 'gather=19'],
  ])('is none where the run confirms the guess: %s', (_, scenario, guess) => {
    expect(found(scenario, guess)).toEqual([]);
  });

  it.each<[string, ScenarioWords]>([
    ['no task was measured alone', { ...countPrimes, calibrated: false }],
    ['the shape is not known', changed(countPrimes, 'gather', { shape: { waits: 'sometimes' } })],
    ['the file holds no shape', changed(countPrimes, 'gather', { shape: null })],
    ['the row is withheld', changed(countPrimes, 'gather', { sample: () => ({ completedCount: 3 }) })],
    ['work is both', { ...countPrimes, task: { ioMs: 6, serverMs: 6, computeMs: 6 } }],
    ['the interval reaches into what was believed', { ...countPrimes, noiseRatio: 0.3, roundCount: 5 }],
  ])('is none where %s', (_, scenario) => {
    expect(found(scenario, 'gather=8')).toEqual([]);
  });

  it('is named where the run could score nobody, and the guess lies beyond all that was measured', () => {
    const noisy = { ...downloadPages, noiseRatio: 0.45, roundCount: 4 };
    const arms = noisy.arms.map((arm) => ({ ...arm, wallMs: arm.wallMs * 2 }));
    const { arms: scored, misconceptions } = outcomeAt(measuredScenario({ ...noisy, arms }), 'pool=200');
    expect(scored.find(({ name }) => name === 'pool w2')?.score).toBeNull();
    expect(misconceptions.map(({ id }) => id)).toEqual(['a-worker-waits-for-many']);
    expect(found({ ...noisy, arms }, 'pool=4.5')).toEqual([]);
  });

  it('goes by shapes, whatever a strategy is called', () => {
    const arms = countPrimes.arms.map((arm) =>
      arm.strategyId === 'gather'
        ? {
            ...arm,
            strategyId: 'together',
            shape: { waits: 'all', waitsOn: 'loop', computesOn: 'loop', perMessage: 'nothing' },
          }
        : arm,
    );
    expect(found({ ...countPrimes, arms }, 'together=8')).toEqual(['together: promises-are-parallel']);
  });

  it('comes with how it is instead', () => {
    const [first] = outcomeAt(measuredScenario(downloadPages), 'pool=20').misconceptions;
    expect(first).toMatchObject({
      belief: 'a worker waits for many',
      key: { strategyId: 'pool' },
      truth: 'each worker waits for one task at a time: 2 of them wait for no more than 2 at once.',
    });
  });

  it('has an id of its own', () => {
    expect(new Set(MISCONCEPTIONS.map(({ id }) => id)).size).toBe(MISCONCEPTIONS.length);
  });
});
