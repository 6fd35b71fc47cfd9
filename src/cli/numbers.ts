// Numbers on the command line: strict, capped, and refused with the flag, the range and what came instead. `Number()`
// alone accepts ' 5 ', '1e3', '0x10' and the empty string.

import { BenchError } from '../errors.ts';

/** Parses a whole number within a range, for commander. Throws `USAGE`. */
export function wholeNumber(flag: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw refuse(flag, `a whole number from ${least} to ${most}`, text);
  };
}

/** Parses whole numbers within a range, separated by commas, each once, for commander. Throws `USAGE`. */
export function wholeNumbers(flag: string, least: number, most: number): (text: string) => number[] {
  const parse = wholeNumber(flag, least, most);
  return (text) =>
    once(
      flag,
      text,
      text.split(',').map((part) => parse(part.trim())),
    );
}

/** Parses a duration such as `90s`, `1.5m` or `500ms` into milliseconds. Throws `USAGE`. */
export function durationMs(flag: string, leastMs: number, mostMs: number): (text: string) => number {
  return (text) => {
    const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text) ?? [];
    const value =
      amount === '' ? Number.NaN : Number(amount) * { ms: 1, s: 1_000, m: 60_000 }[unit as 'ms' | 's' | 'm'];
    if (value >= leastMs && value <= mostMs) return value;
    throw refuse(flag, `a duration from ${leastMs / 1000}s to ${mostMs / 60_000}m, such as 90s or 2m`, text);
  };
}

/** Parses a percentage such as `25`, `25%` or `0.5%` into a share. Throws `USAGE`. */
export function percentage(flag: string): (text: string) => number {
  return (text) => {
    const [, amount = '', sign = ''] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
    const value = amount === '' ? Number.NaN : Number(amount);
    // A quarter of a percent is hardly ever meant, and passes every change for a regression.
    if (value > 0 && value < 1 && sign === '') {
      throw new BenchError(
        'USAGE',
        `${flag}: expected a percentage such as 25 or 0.5%, got '${text}'`,
        `Type ${flag} ${shortPercent(value)} for that share, or ${flag} ${text}% for less than one percent.`,
      );
    }
    if (value >= 0 && value <= 1_000) return value / 100;
    throw refuse(flag, 'a percentage from 0 to 1000', text);
  };
}

function shortPercent(ratio: number): string {
  return `${Number((ratio * 100).toPrecision(6))}%`;
}

/** Parses names separated by commas, each once, over all uses of the flag, for commander. Throws `USAGE`. */
export function listedOnce(flag: string): (text: string, earlier?: readonly string[]) => string[] {
  return (text, earlier = []) => once(flag, text, [...earlier, ...text.split(',').map((part) => part.trim())]);
}

/** Keeps what a flag was given each time, for commander. */
export function everyUse(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text];
}

function once<T>(flag: string, text: string, values: T[]): T[] {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice === undefined) return values;
  throw refuse(flag, `each value once, and ${twice} is there twice`, text);
}

function refuse(flag: string, expected: string, got: string): BenchError {
  return new BenchError('USAGE', `${flag}: expected ${expected}, got '${got}'`, 'Correct the flag and run it again.');
}
