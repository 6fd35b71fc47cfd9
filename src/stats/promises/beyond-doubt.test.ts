// Looking after every round, on a machine harsher than any that was measured: noise of a fifth, bursts, and one process
// in thirty that is a third slower for as long as it lives.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { isBeyondDoubt } from '../decisions/beyond-doubt.ts';
import { noisyPairs } from '../testing/noise.ts';

/** The round at which a watcher lets the arm go; null when never. */
function leavesAt(seed: number, ratio: number): number | null {
  const random = seededRandom(seed);
  const stuckRatio = random() < 1 / 30 ? 0.67 : 1;
  const pairs = noisyPairs(random, {
    ...{ epochCount: 1, roundsPerEpoch: 30, noiseSd: 0.2, offsetSd: 0.05 },
    ratio: ratio * stuckRatio,
  });
  for (let count = 1; count <= pairs.length; count++) if (isBeyondDoubt(pairs.slice(0, count))) return count;
  return null;
}

test('identical arms leave in less than one run of two hundred, though every round is looked at', () => {
  const left = Array.from({ length: 1000 }, (_, seed) => leavesAt(seed + 1, 1)).filter((count) => count !== null);
  expect(left.length).toBeLessThanOrEqual(5);
});

test('arms that are nine times as fast leave within twelve rounds, nearly always', () => {
  const left = Array.from({ length: 200 }, (_, seed) => leavesAt(seed + 1, 9));
  expect(left.filter((count) => count !== null && count <= 12).length).toBeGreaterThan(190);
});
