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

/** The wealth after one bet of each size on each outcome, averaged over the shares that are bet. */
function wealthAfter(outcomes: readonly { sign: number; weight: number }[]): number {
  const bySign = [0.1, 0.25, 0.5, 0.9, 1].map((bet) => outcomes.reduce((w, { sign }) => w * (1 + bet * sign), 1));
  const byRank = [0.1, 0.2, 0.35, 0.6, 0.95].map((bet) =>
    outcomes.reduce((w, { sign, weight }) => w * (1 + bet * sign * weight), 1),
  );
  return [...bySign, ...byRank].reduce((sum, w) => sum + w, 0) / 10;
}

test('the wealth is that of the bets: a share for the sign, and a share by the rank of the size', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  expect(betting.observe(0.5).wealthFaster).toBeCloseTo(1.495, 12);
  // The second is smaller than the first, the third larger than both, the fourth tied with the first.
  const outcomes = [
    { sign: 1, weight: 1 },
    { sign: -1, weight: 1 / 2 },
    { sign: 1, weight: 1 },
    { sign: 1, weight: (1 + 1 / 2 + 1) / 4 },
  ];
  betting.observe(-0.2);
  betting.observe(0.9);
  const { wealthFaster, wealthSlower } = betting.observe(0.5);
  expect(wealthFaster).toBeCloseTo(wealthAfter(outcomes), 12);
  expect(wealthSlower).toBeCloseTo(wealthAfter(outcomes.map(({ sign, weight }) => ({ sign: -sign, weight }))), 12);
});

test('the null ratio moves the coin: what is within it is a loss for both sides', () => {
  const betting = new BettingTest({ alpha: 0.01, nullRatio: 1.05 });
  const { wealthFaster, wealthSlower } = betting.observe(Math.log(1.02));
  expect(wealthFaster).toBeLessThan(1);
  expect(wealthSlower).toBeLessThan(1);
  expect(betting.observe(Math.log(1.2)).wealthFaster).toBeGreaterThan(wealthFaster);
  expect(new BettingTest({ alpha: 0.01, nullRatio: 1 }).observe(0.1).wealthFaster).toBeCloseTo(1.495, 12);
});

test('the probability is one over the most the mean of both wealths ever was', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  expect(betting.probability).toBe(1);
  let most = 1;
  for (const logRatio of [0.1, 0.2, 0.3, -0.4, -0.5, 0.1]) {
    const { wealthFaster, wealthSlower } = betting.observe(logRatio);
    most = Math.max(most, (wealthFaster + wealthSlower) / 2);
    expect(betting.probability).toBe(1 / most);
  }
  expect(most).toBeGreaterThan(1.5);
});

test('slower is the mirror of faster, and the level decides when', () => {
  const decidedAt = (alpha: number, logRatio: number) => {
    const betting = new BettingTest({ alpha });
    const states = Array.from({ length: 12 }, (_, round) => betting.observe(logRatio * (1 + round / 10)).decided);
    return [states.findIndex((state) => state !== null), states.at(-1)];
  };
  expect(decidedAt(0.01, -1)).toEqual([9, 'slower']);
  expect(decidedAt(0.01, 1)).toEqual([9, 'faster']);
  expect(decidedAt(0.5, -1)[0]).toBeLessThan(5);
});

test('what it cannot work with is refused with what was given', () => {
  for (const alpha of [0, 1, -1, Number.NaN]) expect(() => new BettingTest({ alpha })).toThrow(`0 and 1, got ${alpha}`);
  expect(() => new BettingTest({ alpha: 0.01, nullRatio: 0.99 })).toThrow('at least 1, got 0.99');
  expect(() => new BettingTest({ alpha: 0.01 }).observe(Infinity)).toThrow('must be finite, got Infinity');
});

test('two thousand wins in a row are no overflow, and a loss after them is still counted', () => {
  const betting = new BettingTest({ alpha: 0.01 });
  let { wealthFaster } = betting.observe(1);
  for (let round = 0; round < 2000; round++) wealthFaster = betting.observe(1).wealthFaster;
  expect(Number.isFinite(wealthFaster)).toBe(true);
  expect(betting.observe(-1).wealthFaster).toBeLessThan(wealthFaster);
});
