import { expect, test } from 'vitest';
import { BettingTest } from './betting.ts';

test('a factor of ten is decided after ten rounds, not before, and stays decided', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  const states = Array.from({ length: 20 }, (_, round) => betting.observe(2.3 + round / 100).decided);
  expect(states.indexOf('faster')).toBe(9);
  expect(betting.observe(-5).decided).toBe('faster');
  expect(betting.probability).toBeLessThan(0.001);
});

test('equal times bet nothing; nonsense is refused', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  expect(betting.observe(0)).toEqual({ wealthFaster: 1, wealthSlower: 1, decided: null });
  expect(() => betting.observe(Number.NaN)).toThrow(RangeError);
  expect(() => new BettingTest({ alpha: 0 })).toThrow(RangeError);
  expect(() => new BettingTest({ alpha: 0.01, nullRatio: 0.9 })).toThrow(RangeError);
});
