// Several comparisons at once: one that stands alone may fall in a family, and order does not matter.

import { expect, test } from 'vitest';
import type { Arm } from '../arms/arm.ts';
import type { ArmWords, ScenarioWords } from '../testing/document-builder.ts';
import { armNamed, dataOf } from '../testing/one-scenario.ts';
import { judgeFamily } from './family.ts';

const waiting: Omit<ScenarioWords, 'arms'> = {
  id: 'waiting',
  kind: 'io',
  taskCount: 10,
  task: { ioMs: 10, serverMs: 9.8 },
};

const arm = (strategyId: string, wallMs: number): ArmWords => ({ strategyId, wallMs });

function armsOf(words: readonly ArmWords[], more: Partial<ScenarioWords> = {}) {
  const data = dataOf({ ...waiting, arms: words, ...more });
  return (name: string): Arm => armNamed(name, data);
}

const verdicts = (pairings: Parameters<typeof judgeFamily>[0]) =>
  judgeFamily(pairings).map((judgement) => judgement?.verdict ?? null);

test('each comparison keeps its place and its word', () => {
  const named = armsOf([arm('sequential', 100), arm('same', 100), arm('half', 50), arm('double', 200)]);
  const against = (name: string) => ({ arm: named(name), other: named('sequential') });
  expect(verdicts(['double', 'half', 'same'].map(against))).toEqual(['slower', 'faster', 'no gain']);
  expect(verdicts([])).toEqual([]);
});

test('arms that never ran in the same round are not compared, and weaken nobody', () => {
  const early = { ...arm('early', 50), lostRounds: [15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29] };
  const late = { ...arm('late', 50), lostRounds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] };
  const named = armsOf([arm('sequential', 100), early, late]);
  expect(
    verdicts([
      { arm: named('early'), other: named('late') },
      { arm: named('early'), other: named('sequential') },
    ]),
  ).toEqual([null, 'faster']);
});

// Ten rounds in two epochs: some of these differences are decided at 1 %, but not at an eighth of it.
test('what is decided alone may be undecided among many, in both directions', () => {
  const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => arm(name, 100));
  const words = [arm('sequential', 100), arm('quick', 80), arm('slow', 125), ...others];
  const fallen = { faster: 0, slower: 0 };
  for (const noiseRatio of [0.09, 0.11, 0.13, 0.15, 0.18, 0.22, 0.26, 0.3]) {
    const named = armsOf(words, { noiseRatio, epochCount: 2, roundCount: 10 });
    const against = (name: string) => ({ arm: named(name), other: named('sequential') });
    for (const name of ['quick', 'slow']) {
      const [alone] = judgeFamily([against(name)]);
      const [among] = judgeFamily([name, ...others.map(({ strategyId }) => strategyId)].map(against));
      if (alone?.verdict !== 'faster' && alone?.verdict !== 'slower') continue;
      expect(among?.interval.ratio).toBe(alone.interval.ratio);
      expect(alone.levelRatio).toBe(0.99);
      expect(among?.levelRatio).not.toBe(0.99);
      if (among?.verdict !== alone.verdict) fallen[alone.verdict]++;
    }
  }
  expect(fallen.faster).toBeGreaterThan(0);
  expect(fallen.slower).toBeGreaterThan(0);
});

test('what is decided leaves the family: the others are held to less, and their intervals say so', () => {
  let rescued = 0;
  for (let noise = 4; noise <= 40; noise++) {
    const words = [arm('sequential', 100), arm('half', 50), arm('quick', 85)];
    const named = armsOf(words, { noiseRatio: noise / 100, epochCount: 2, roundCount: 14 });
    const against = (name: string) => ({ arm: named(name), other: named('sequential') });
    const [alone] = judgeFamily([against('quick')]);
    const [half, among] = judgeFamily([against('half'), against('quick')]);
    if (half?.verdict !== 'faster' || among === null) continue;
    expect(half.levelRatio).toBe(0.995);
    if (among?.levelRatio === 0.99) expect(among).toEqual(alone);
    if (among?.levelRatio === 0.99 && among.verdict === 'faster') rescued++;
  }
  expect(rescued).toBeGreaterThan(0);
});

test('the interval is the one that decided: it excludes 1 exactly where the word does', () => {
  for (let noise = 1; noise <= 40; noise++) {
    const words = [arm('sequential', 100), arm('near', 95), arm('quick', 80), arm('slow', 130)];
    const named = armsOf(words, { noiseRatio: noise / 60, epochCount: 3, roundCount: 14 });
    const against = (name: string) => ({ arm: named(name), other: named('sequential') });
    for (const decision of judgeFamily(['near', 'quick', 'slow'].map(against))) {
      const { low = 0, high = 0 } = decision?.interval ?? {};
      if (decision?.verdict === 'undecided') expect([low <= 1, high > 1.05]).toEqual([true, true]);
      if (decision?.verdict === 'faster') expect(low).toBeGreaterThan(1);
      if (decision?.verdict === 'slower') expect(high).toBeLessThan(1);
    }
  }
});

test('the order of a family changes no word', () => {
  const named = armsOf([arm('sequential', 100), arm('half', 50), arm('near', 97), arm('double', 200)]);
  const against = (name: string) => ({ arm: named(name), other: named('sequential') });
  const names = ['half', 'near', 'double'];
  expect(verdicts(names.map(against)).reverse()).toEqual(verdicts(names.toReversed().map(against)));
});

test('three rounds are told by what the others of the family vary by, and by themselves alone where there are none', () => {
  const words = [arm('sequential', 100), arm('pool', 60), arm('gather', 99)];
  const named = armsOf(words, { noiseRatio: 0.06, epochCount: 1, roundCount: 3 });
  const against = (name: string) => ({ arm: named(name), other: named('sequential') });
  const [alone] = judgeFamily([against('pool')]);
  const [among] = judgeFamily([against('pool'), against('gather')]);
  const width = ({ low, high }: { low: number; high: number }) => Math.log(high / low);
  expect(alone?.interval.ratio).toBe(among?.interval.ratio);
  expect(width(among?.interval ?? { low: 1, high: 1 })).toBeLessThan(width(alone?.interval ?? { low: 1, high: 1 }));
});
