// Figures in sentences, and the ends of their scales.

import { expect, test } from 'vitest';
import { figure, listing, ms, percent, shareOf, times } from './words.ts';

test('times have three digits, whole milliseconds above a thousand, seconds above ten', () => {
  expect([0, 0.001, 0.0123456, 1.5, 61.26, 999.4].map(ms)).toEqual([
    '0 ms',
    '0.001 ms',
    '0.0123 ms',
    '1.5 ms',
    '61.3 ms',
    '999 ms',
  ]);
  expect([1000, 1234.4, 9999].map(ms)).toEqual(['1000 ms', '1234 ms', '9999 ms']);
  expect([10_000, 12_345].map(ms)).toEqual(['10 s', '12.3 s']);
  expect(ms(0.0009)).toBe('under 0.001 ms');
});

test('shares are whole percent, up to a thousand of them', () => {
  expect([0, 0.254, 1, 10, 10.1].map(percent)).toEqual(['0 %', '25 %', '100 %', '1000 %', 'over 1000 %']);
});

test('a part of a whole is between nothing and all of it', () => {
  expect(shareOf(1, 4)).toBe(0.25);
  expect(shareOf(5, 4)).toBe(1);
  expect(shareOf(-1, 4)).toBe(0);
  expect(shareOf(1, 0)).toBe(0);
  expect(shareOf(1, -4)).toBe(0);
});

test('ratios have two decimals, up to a million', () => {
  expect([0.5, 1.005, 1_000_000, 1_000_001].map(figure)).toEqual(['0.50', '1.00', '1000000.00', 'over a million']);
});

test('factors lose decimals as they grow', () => {
  expect([0.5, 1.874, 9.99, 10, 19.63, 99.9, 100, 123.4].map(times)).toEqual([
    '0.50 times',
    '1.87 times',
    '9.99 times',
    '10.0 times',
    '19.6 times',
    '99.9 times',
    '100 times',
    '123 times',
  ]);
  expect(times(1_000_000)).toBe('1000000 times');
  expect(times(1_000_001)).toBe('over a million times');
});

test('names stand in a row', () => {
  expect(listing([])).toBe('');
  expect(listing(['a'])).toBe('a');
  expect(listing(['a', 'b'])).toBe('a and b');
  expect(listing(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});
