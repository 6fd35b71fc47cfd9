// Figures as text.

import { describe, expect, it } from 'vitest';
import { plainText, textWidth, wrapText } from './text-width.ts';
import {
  formatCount,
  formatDuration,
  formatInterval,
  formatRatio,
  formatShare,
  formatTime,
  timeScale,
} from './units.ts';

describe('timeScale', () => {
  it.each([
    [[1209.9, 63.2], { unit: 'ms', decimals: 1 }],
    [[192.4, 101], { unit: 'ms', decimals: 0 }],
    [[0.0123, 4], { unit: 'ms', decimals: 3 }],
    [[12_345, 4200], { unit: 's', decimals: 2 }],
    [[null, 0], { unit: 'ms', decimals: 1 }],
  ] as const)('gives the smallest of %j three digits', (times, scale) => expect(timeScale(times)).toEqual(scale));
});

describe('formats', () => {
  it.each([
    [formatTime(12_345, { unit: 's', decimals: 2 }), '12.35'],
    [formatTime(null, { unit: 'ms', decimals: 2 }), '-'],
    [formatDuration(0.4), '0.400 ms'],
    [formatDuration(45), '45.0 ms'],
    [formatRatio(19.64), '19.6'],
    [formatRatio(1.004), '1.00'],
    [formatRatio(251.2), '251'],
    [formatInterval({ ratio: 1, low: 0, high: Infinity }), '0.00–∞'],
    [formatInterval({ ratio: 19.6, low: 19.21, high: 20.08 }), '19.2–20.1'],
    [formatShare(0.956), '96 %'],
    [formatShare(null), '-'],
    [formatCount(1, 'task'), '1 task'],
    [formatCount(2, 'task'), '2 tasks'],
  ])('%s is %s', (actual, expected) => expect(actual).toBe(expected));
});

describe('text', () => {
  it('counts what a terminal shows', () => {
    expect(textWidth('faster')).toBe(6);
    expect(textWidth('日本')).toBe(4);
    expect(textWidth('e\u0301')).toBe(1);
  });

  it('keeps control characters out', () => expect(plainText('a\u001b[31mb\r\nc\u0007')).toBe('ab c'));

  it('wraps words, indents later lines and cuts what is too long', () => {
    expect(wrapText('one two three', 7, '  ')).toBe('one two\n  three');
    expect(wrapText('abcdefghij', 4)).toBe('abcd\nefgh\nij');
    expect(wrapText('', 10)).toBe('');
  });
});
