// What a class guessed comes together where it can stand side by side, and nowhere else.

import { describe, expect, it } from 'vitest';
import type { GuessDocument } from '../../model/teaching/guess.ts';
import { changed } from '../../report/testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../../report/testing/sample-documents.ts';
import { guessDocument } from '../testing/guess-document.ts';
import { classOf } from './class-of.ts';

const scenarioOf = (...guesses: GuessDocument[]) => {
  const [scenario, ...others] = classOf(guesses).scenarios;
  if (scenario === undefined || others.length > 0) throw new Error(`got ${others.length + 1} scenarios`);
  return scenario;
};

describe('a class', () => {
  it('has every guess at an arm, whoever made it', () => {
    const { arms, guesserCount } = scenarioOf(
      guessDocument(downloadPages, 'gather=20,pool=2'),
      guessDocument(downloadPages, 'gather=5'),
      guessDocument(downloadPages, 'gather=16'),
      guessDocument(downloadPages, 'gather=15'),
    );
    expect(guesserCount).toBe(4);
    expect(arms.map(({ name, guessCount, guessRatio }) => [name, guessCount, guessRatio])).toEqual([
      ['gather', 4, 15.5],
      ['pool w2', 1, 2],
    ]);
    expect(arms[0]).toMatchObject({ rightCount: 1, nearCount: 2, wrongCount: 1 });
    expect(arms[0]?.bins.map(({ guessCount }) => guessCount)).toEqual([1, 0, 0, 2, 1]);
  });

  it('keeps apart what is no answer to the same question', () => {
    const [reference, , gather, ...rest] = downloadPages.arms;
    if (reference === undefined || gather === undefined) throw new Error('no arms');
    const { scenarios } = classOf([
      guessDocument(downloadPages, 'gather=20'),
      guessDocument({ ...downloadPages, taskCount: 40 }, 'gather=20'),
      guessDocument({ ...downloadPages, arms: [gather, reference, ...rest] }, 'sequential=0.1'),
      guessDocument(countPrimes, 'gather=1'),
      guessDocument({ ...downloadPages, parameters: { pages: 5 } }, 'gather=20'),
      guessDocument({ ...downloadPages, target: 'http://127.0.0.1:3000' }, 'gather=20'),
    ]);
    expect(scenarios.slice(4).map(({ work }) => work)).toEqual([
      { parameters: { pages: 5 }, target: null },
      { parameters: {}, target: 'http://127.0.0.1:3000' },
    ]);
    expect(scenarios.slice(0, 4).map(({ id, taskCount, reference: name }) => [id, taskCount, name])).toEqual([
      ['download-pages', 20, 'sequential'],
      ['download-pages', 40, 'sequential'],
      ['download-pages', 20, 'gather'],
      ['count-primes', 16, 'sequential'],
    ]);
  });

  it('takes what was measured from every run, from the lowest end to the highest', () => {
    const slower = { ...downloadPages, arms: downloadPages.arms.map((arm) => ({ ...arm, wallMs: arm.wallMs * 1.5 })) };
    const one = guessDocument(downloadPages, 'pool=2', { createdAt: '2026-11-22T10:00:00.000Z' });
    const same = guessDocument(downloadPages, 'pool=3', { createdAt: '2026-11-22T10:00:00.000Z' });
    const other = guessDocument(slower, 'pool=2', { createdAt: '2026-11-23T10:00:00.000Z', seed: 7 });
    const intervals = [one, other].map(({ outcome }) => outcome?.arms.find(({ name }) => name === 'pool w2')?.measured);
    expect(scenarioOf(one, same, other).arms[0]?.measured).toMatchObject({
      runCount: 2,
      low: Math.min(...intervals.map((each) => each?.low ?? 0)),
      high: Math.max(...intervals.map((each) => each?.high ?? 0)),
    });
  });

  it('counts guesses that were never measured, and scores none of them', () => {
    const { arms } = scenarioOf({ ...guessDocument(downloadPages, 'gather=20'), outcome: null });
    expect(arms[0]).toMatchObject({ guessCount: 1, measured: null, rightCount: 0, nearCount: 0, wrongCount: 0 });
  });

  it('marks what was measured also where it could score nobody', () => {
    const arms = downloadPages.arms.map((arm) => ({ ...arm, wallMs: arm.wallMs * 2 }));
    const [arm] = scenarioOf(
      guessDocument({ ...downloadPages, arms, noiseRatio: 0.45, roundCount: 4 }, 'gather=20'),
    ).arms;
    expect(arm).toMatchObject({ rightCount: 0, nearCount: 0, wrongCount: 0, measured: { runCount: 1 } });
  });

  it('has its arms in the order of the table, whoever guessed at what first', () => {
    const guesses = ['pool=2', 'bounded=3', 'gather=3'].map((guess) => guessDocument(downloadPages, guess));
    expect(scenarioOf(...guesses).arms.map(({ name }) => name)).toEqual(['gather', 'bounded c10', 'pool w2']);
  });

  it('counts a belief once for each guesser, the most frequent first', () => {
    const slowerPool = changed(countPrimes, 'pool', { wallMs: 115 });
    const { misconceptions } = scenarioOf(
      guessDocument(slowerPool, 'pool=2'),
      guessDocument(slowerPool, 'gather=8,bounded=8'),
      guessDocument(slowerPool, 'gather=2'),
      guessDocument(slowerPool, 'gather=1'),
    );
    expect(misconceptions.map(({ id, guesserCount }) => [id, guesserCount])).toEqual([
      ['promises-are-parallel', 2],
      ['cores-are-the-factor', 1],
    ]);
  });
});
