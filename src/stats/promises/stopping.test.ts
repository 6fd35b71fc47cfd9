// Looking again and again, as a run does: when it stops, and how often on a false word.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { settledVerdict } from '../decisions/stopping.ts';
import { noisyPairs } from '../testing/noise.ts';

const LIMIT = { equivalenceRatio: 0.05 };
const RUN = { epochCount: 20, roundsPerEpoch: 10, ratio: 1, noiseSd: 0.06, offsetSd: 0.02 };

function settledAt(seed: number, ratio: number): { word: string; roundCount: number } {
  const pairs = noisyPairs(seededRandom(seed), { ...RUN, ratio });
  for (let roundCount = 1; roundCount <= pairs.length; roundCount += 6) {
    const word = settledVerdict(pairs.slice(0, roundCount), LIMIT);
    if (word !== 'undecided') return { word, roundCount };
  }
  return { word: 'undecided', roundCount: pairs.length };
}

test('a factor of two settles within twenty-five rounds, never before twelve', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { word, roundCount } = settledAt(seed, 2);
    expect(word).toBe('faster');
    expect(roundCount).toBeGreaterThanOrEqual(13);
    expect(roundCount).toBeLessThanOrEqual(25);
  }
});

test('equal arms, looked at again and again, settle on a difference in less than one run of a hundred', () => {
  const words = Array.from({ length: 80 }, (_, seed) => settledAt(seed + 1, 1).word);
  expect(words.filter((word) => word === 'faster' || word === 'slower').length).toBeLessThanOrEqual(1);
  expect(words.filter((word) => word === 'no gain').length).toBeGreaterThan(40);
});
