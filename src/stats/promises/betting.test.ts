// The promise is about looking after every round, so the simulations look after every round.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { BettingTest } from '../decisions/betting.ts';
import { normal } from '../testing/noise.ts';

function decidedWithin(
  rounds: number,
  runs: number,
  alpha: number,
  next: (random: () => number) => number,
  nullRatio = 1,
) {
  const random = seededRandom(11);
  const decisions = { faster: 0, slower: 0 };
  for (let run = 0; run < runs; run++) {
    const betting = new BettingTest({ alpha, nullRatio });
    for (let round = 0; round < rounds; round++) {
      const { decided } = betting.observe(next(random));
      if (decided === null) continue;
      decisions[decided]++;
      break;
    }
  }
  return { faster: decisions.faster / runs, slower: decisions.slower / runs };
}

test('equal arms: at most alpha are ever called different, though every round is looked at', () => {
  const heavyTailed = (random: () => number) => (normal(random) / Math.max(0.05, Math.abs(normal(random)))) * 0.1;
  const { faster, slower } = decidedWithin(150, 1000, 0.05, heavyTailed);
  expect(faster + slower).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 1000));
  expect(Math.abs(faster - slower)).toBeLessThan(0.03);
});

test('equal arms whose noise grows and bursts: the sign is still a fair coin', () => {
  let size = 0.1;
  const bursty = (random: () => number) => {
    size = 0.9 * size + (random() < 0.1 ? random() : 0.001);
    return random() < 0.5 ? size : -size;
  };
  const { faster, slower } = decidedWithin(200, 1000, 0.05, bursty);
  expect(faster + slower).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 1000));
});

test('a true 5 % at the edge of a null of 5 % is called beyond it no more often than alpha', () => {
  const { faster } = decidedWithin(200, 800, 0.05, (random) => Math.log(1.05) + 0.1 * normal(random), 1.05);
  expect(faster).toBeLessThan(0.05);
});

test('finds 10 % in noise of 15 % within 200 rounds, and names the direction', () => {
  expect(decidedWithin(200, 200, 0.01, (random) => 0.095 + 0.15 * normal(random)).faster).toBeGreaterThan(0.98);
  expect(decidedWithin(200, 200, 0.01, (random) => -0.095 + 0.15 * normal(random)).slower).toBeGreaterThan(0.98);
});

test('a hundred thousand rounds do not overflow', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  const random = seededRandom(2);
  let state = betting.observe(1);
  for (let round = 0; round < 100_000; round++) state = betting.observe(random() - 0.2);
  expect(Number.isFinite(state.wealthFaster)).toBe(true);
  expect(state.decided).toBe('faster');
});
