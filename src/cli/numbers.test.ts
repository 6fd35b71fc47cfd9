// Every border of what may be typed for a number. What the refusals say of each flag: wrong-usage.test.ts.

import { describe, expect, it } from 'vitest';
import { durationMs, listedOnce, percentage, wholeNumber, wholeNumbers } from './numbers.ts';

const HINT = 'Correct the flag and run it again.';

/** What a parser makes of a text: its value, or the message of its refusal. */
function read<T>(parse: (text: string) => T, text: string): T | string {
  try {
    return parse(text);
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

describe('a whole number', () => {
  const parse = wholeNumber('--n', 2, 10);

  it.each(['2', '10', '010'])('%s is within its range', (text) => expect(parse(text)).toBe(Number(text)));

  it.each(['1', '11', '2x', 'x2', ' 2', '2.0', ''])("'%s' is refused", (text) => {
    expect(read(parse, text)).toBe(`--n: expected a whole number from 2 to 10, got '${text}'`);
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'USAGE', hint: HINT }));
  });

  it('comes alone or with others, each once', () => {
    const parseAll = wholeNumbers('--n', 2, 10);
    expect(parseAll('3')).toEqual([3]);
    expect(parseAll('10, 2 ,3')).toEqual([10, 2, 3]);
    expect(read(parseAll, '2,3,03')).toBe("--n: expected each value once, and 3 is there twice, got '2,3,03'");
    expect(read(parseAll, '2,')).toBe("--n: expected a whole number from 2 to 10, got ''");
  });
});

describe('a duration', () => {
  const parse = durationMs('--d', 500, 120_000);

  it.each([
    ['500ms', 500],
    ['0.5s', 500],
    ['12.25s', 12_250],
    ['2m', 120_000],
    ['120s', 120_000],
  ])('%s is %d ms', (text, valueMs) => expect(parse(text)).toBe(valueMs));

  it.each(['499ms', '121s', '1', 's', '.5s', '1.s', '1 s', '1s ', 'x1s', '1h', '12.25'])("'%s' is refused", (text) => {
    expect(read(parse, text)).toBe(`--d: expected a duration from 0.5s to 2m, such as 90s or 2m, got '${text}'`);
  });
});

describe('a percentage', () => {
  const parse = percentage('--p');

  it.each([
    ['0', 0],
    ['0%', 0],
    ['0.5%', 0.005],
    ['1', 0.01],
    ['12.5', 0.125],
    ['25%', 0.25],
    ['1000', 10],
  ])('%s is a share of %d', (text, ratio) => expect(parse(text)).toBe(ratio));

  it.each(['1000.1', '25%%', 'x1', '1x', '.5%', '1.%', '%', ''])("'%s' is refused", (text) => {
    expect(read(parse, text)).toBe(`--p: expected a percentage from 0 to 1000, got '${text}'`);
  });

  it.each([
    ['0.1', '10%'],
    ['0.07', '7%'],
    ['0.999', '99.9%'],
  ])('%s may be meant for %s', (text, meant) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(`Type --p ${meant} for that share, or --p ${text}%`) }),
    );
  });
});

it('names come in one use of a flag or in several, each once', () => {
  const parse = listedOnce('--s');
  expect(parse('a, b')).toEqual(['a', 'b']);
  expect(parse('c', ['a', 'b'])).toEqual(['a', 'b', 'c']);
  expect(() => parse(' a', ['a', 'b'])).toThrow("--s: expected each value once, and a is there twice, got ' a'");
});
