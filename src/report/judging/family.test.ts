// Several comparisons at once: one that stands alone may fall in a family, and order does not matter.

import { expect, test } from 'vitest';
import { pairedRatio } from '../../stats/paired/paired-ratio.ts';
import type { Arm } from '../arms/arm.ts';
import { makespanPairs } from '../arms/pairs.ts';
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
test('what is decided alone may be undecided among many, in both directions, with its figures kept', () => {
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
      expect({ ...among, verdict: alone.verdict }).toEqual(alone);
      const { low, high } = pairedRatio(makespanPairs(named('sequential'), named(name)), 1 - 0.01 / 8);
      if (among?.verdict === 'undecided') fallen[alone.verdict]++;
      if (low > 1 || high < 1) expect(among?.verdict).toBe(alone.verdict);
    }
  }
  expect(fallen.faster).toBeGreaterThan(0);
  expect(fallen.slower).toBeGreaterThan(0);
});

test('beside one that is beyond doubt, what is decided alone stays decided', () => {
  let narrow = 0;
  for (let noise = 4; noise <= 16; noise++) {
    const words = [arm('sequential', 100), arm('half', 50), arm('quick', 85)];
    const named = armsOf(words, { noiseRatio: noise / 100, epochCount: 2, roundCount: 10 });
    const against = (name: string) => ({ arm: named(name), other: named('sequential') });
    const [alone] = verdicts([against('quick')]);
    const [half, among] = verdicts([against('half'), against('quick')]);
    if (alone !== 'faster' || half !== 'faster') continue;
    expect(among).toBe('faster');
    if (pairedRatio(makespanPairs(named('sequential'), named('quick')), 1 - 0.01 / 2).low <= 1) narrow++;
  }
  expect(narrow).toBeGreaterThan(0);
});

test('the order of a family changes no word', () => {
  const named = armsOf([arm('sequential', 100), arm('half', 50), arm('near', 97), arm('double', 200)]);
  const against = (name: string) => ({ arm: named(name), other: named('sequential') });
  const names = ['half', 'near', 'double'];
  expect(verdicts(names.map(against)).reverse()).toEqual(verdicts(names.toReversed().map(against)));
});
