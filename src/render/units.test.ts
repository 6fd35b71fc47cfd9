// Figures as text.

import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ONE_PLACE_EACH, plainText, textWidth, wrapText } from './text-width.ts';
import {
  formatChange,
  formatChangeInterval,
  formatChosenShare,
  formatCount,
  formatDuration,
  formatFineShare,
  formatInterval,
  formatMean,
  formatRatio,
  formatShare,
  formatTime,
  timeScale,
} from './units.ts';

describe('timeScale', () => {
  it.each([
    [[1209.9, 63.2], { unit: 'ms', decimals: 1 }],
    [[192.4, 101], { unit: 'ms', decimals: 0 }],
    [[0.0123, 4], { unit: 'ms', decimals: 4 }],
    [[0.00000123, 9.99], { unit: 'ms', decimals: 5 }],
    [[0.0123, 10], { unit: 'ms', decimals: 3 }],
    [[12_345, 4200], { unit: 's', decimals: 2 }],
    [[10_000, 100], { unit: 's', decimals: 3 }],
    [[9_999, 100], { unit: 'ms', decimals: 0 }],
    [[90_000, 99.9], { unit: 'ms', decimals: 1 }],
    [[90_000, 0.003], { unit: 'ms', decimals: 3 }],
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
    [formatRatio(0.1), '0.10'],
    [formatRatio(0.0134), '0.013'],
    [formatRatio(0.0000001), '0.00000'],
    [formatRatio(0), '0.00'],
    [formatInterval({ ratio: 0.0134, low: 0.0131, high: 0.0139 }), '0.013–0.014'],
    [formatInterval({ ratio: 1, low: 0, high: Infinity }), '0–∞'],
    [formatInterval({ ratio: 19.6, low: 19.21, high: 20.08 }), '19.2–20.1'],
    [formatShare(0.956), '96 %'],
    [formatShare(-0.001), '0 %'],
    [formatChosenShare(0.25), '25 %'],
    [formatChosenShare(0.0025), '0.25 %'],
    [formatChosenShare(0.2), '20 %'],
    [formatShare(null), '-'],
    [formatMean(null), '-'],
    [formatMean(0.0134), '0.01'],
    [formatMean(1), '1.00'],
    [formatMean(12.34), '12.3'],
    [formatMean(Infinity), 'over 1,000,000'],
    [formatCount(1, 'task'), '1 task'],
    [formatCount(2, 'task'), '2 tasks'],
  ])('%s is %s', (actual, expected) => expect(actual).toBe(expected));

  it.each([
    [formatShare(27_733.45), 'over 1,000 %'],
    [formatShare(Infinity), 'over 1,000 %'],
    [formatFineShare(1e300), 'over 1,000 %'],
    [formatChosenShare(1e300), 'over 1,000 %'],
    [formatShare(-3), 'below 0 %'],
    [formatShare(NaN), '-'],
    [formatRatio(1e9), 'over 1,000,000'],
    [formatRatio(NaN), '-'],
    [formatRatio(-1), 'below 0'],
    [formatInterval({ ratio: 2, low: -1, high: 1e12 }), 'below 0–∞'],
    [formatTime(Infinity, { unit: 'ms', decimals: 2 }), 'over 30 years'],
    [formatTime(-1, { unit: 'ms', decimals: 2 }), 'below 0'],
    [formatTime(NaN, { unit: 'ms', decimals: 2 }), '-'],
  ])('what no run shows is told in words: %s', (actual, expected) => expect(actual).toBe(expected));
});

describe('text', () => {
  it.each([
    ['faster', 6],
    ['日本', 4],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
  ])('%s takes the places that a terminal gives it', (text, width) => expect(textWidth(text)).toBe(width));

  it('is measured without knowing all emoji only where that makes no difference', () => {
    const simple = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((character) =>
      ONE_PLACE_EACH.test(character),
    );
    expect(simple).toEqual(expect.arrayContaining(['a', 'é', '’', '×', '–', '█', '▉', '─']));
    const wrong = simple.filter((character) => stringWidth(`${character}a${character}`) !== 3);
    expect(wrong).toEqual([]);
    expect(simple.length).toBeGreaterThan(500);
    expect(ONE_PLACE_EACH.test(`a${'\u0301'}`)).toBe(false);
  });

  it('keeps out what acts unseen', () => {
    expect(plainText('a\u001b[31mb\r\nc\u0007')).toBe('ab c');
    expect(plainText('a\u001b]0;title\u0007b')).toBe('ab');
    expect(plainText('a\u009b2Jb')).toBe('ab');
    for (const acting of ['\u0085', '\u009d', '\u007f', '\u202e', '\u2066', '\u200f', '\u2028', '\ufeff', '\ud800']) {
      expect(plainText(`a${acting}b`)).toBe('a b');
    }
  });

  it('keeps the joiners of emoji and scripts', () => expect(plainText('👩‍👩‍👧 می‌شود')).toBe('👩‍👩‍👧 می‌شود'));

  it('wraps words, indents later lines and cuts what is too long', () => {
    expect(wrapText('one two three', 7, '  ')).toBe('one two\n  three');
    expect(wrapText('abcdefghij', 4)).toBe('abcd\nefgh\nij');
    expect(wrapText('👩‍👩‍👧🇩🇪👩‍👩‍👧', 4)).toBe('👩‍👩‍👧🇩🇪\n👩‍👩‍👧');
    expect(wrapText('a share of 25 %', 13)).toBe('a share of\n25 %');
    expect(wrapText('', 10)).toBe('');
  });
});

describe('a change', () => {
  it.each([
    [1.034, '+3.4'],
    [0.8713, '-12.9'],
    [1, '0.0'],
    [0.99996, '0.0'],
    [2.504, '+150'],
    [1.99981, '+100'],
    [1.9994, '+99.9'],
    [0, '-100'],
    [Infinity, '+∞'],
    [NaN, '-'],
    [-1, 'below 0'],
    [2e6, 'over 1,000,000'],
  ])('%s is %s percent', (ratio, text) => expect(formatChange(ratio)).toBe(text));

  it('has two ends, of which one may be open', () => {
    expect(formatChangeInterval({ ratio: 1.1, low: 1.05, high: 1.15 })).toBe('+5.0…+15.0');
    expect(formatChangeInterval({ ratio: 0.9, low: 0, high: Infinity })).toBe('-100…+∞');
    expect(formatChangeInterval({ ratio: 2, low: 1.9441, high: 2.09 })).toBe('+94…+109');
    expect(formatChangeInterval({ ratio: 1.9, low: 1.8441, high: 1.96 })).toBe('+84.4…+96.0');
    expect(formatChangeInterval({ ratio: 1.9, low: 1.8441, high: Infinity })).toBe('+84.4…+∞');
    expect(formatChangeInterval({ ratio: 1, low: 0.9, high: 1_001 })).toBe('-10.0…+∞');
  });
});
