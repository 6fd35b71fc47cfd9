import { describe, expect, it } from 'vitest';
import { downloadPages } from '../report/testing/sample-documents.ts';
import { factorOf, parseGuesses } from './parse-guesses.ts';
import { guessesAt, measuredScenario } from './testing/measured-scenario.ts';

const pools = [1, 2].map((threads) => ({ strategyId: 'pool', wallMs: 600, threads }));
const measured = measuredScenario(downloadPages);
const severalPools = measuredScenario({ ...downloadPages, arms: [...downloadPages.arms.slice(0, 4), ...pools] });

const parsed = (words: string) => guessesAt(measured, words).map(({ name, ratio }) => [name, ratio]);

describe('a guess on the command line', () => {
  it.each([
    ['gather=20', [['gather', 20]]],
    [
      'gather=20,pool=2',
      [
        ['gather', 20],
        ['pool w2', 2],
      ],
    ],
    [
      ' bounded c10 = 9.5 , pool w2=1.9x',
      [
        ['bounded c10', 9.5],
        ['pool w2', 1.9],
      ],
    ],
    ['bounded=0.5×', [['bounded c10', 0.5]]],
    ['gather+pool=3', [['gather+pool', 3]]],
  ])('%j', (words, guesses) => {
    expect(parsed(words)).toEqual(guesses);
  });

  it('is kept with the key of its arm, and no more', () => {
    const key = { scenarioId: 'download-pages', strategyId: 'pool', parameters: { threads: 2 }, subject: 'worktree' };
    expect(guessesAt(measured, 'pool=2')).toEqual([{ key, name: 'pool w2', ratio: 2 }]);
  });

  it.each([
    ['', "expected NAME=FACTOR, got ''"],
    ['gather', "expected NAME=FACTOR, got 'gather'"],
    ['gather=20,', "expected NAME=FACTOR, got ''"],
    ['gather=many', "gather: expected a factor over the reference from 0.0001 to 10000, such as 20 or 0.5, got 'many'"],
    ...[
      '',
      '0',
      '0.0',
      '-1',
      '+2',
      'NaN',
      'Infinity',
      '1e9',
      '1e1',
      '0x10',
      '1000000000',
      '10001',
      '2 3',
      '1/2',
      '.5',
      '5.',
    ].map((factor) => [`gather=${factor}`, `such as 20 or 0.5, got '${factor}'`]),
    ['gather=2,pool=1,gather=3', 'expected each arm once, and gather is there twice'],
    ['pool=2,pool w2=3', 'expected each arm once, and pool w2 is there twice'],
    ['sequential=1', 'sequential is the reference: it is 1 for whoever guesses'],
    ['placebo=1', "no row is called 'placebo'"],
    ['gahter=2', "no row is called 'gahter' (did you mean 'gather'?)"],
    ['pool w3=2', "no row is called 'pool w3' (did you mean 'pool w2'?)"],
  ])('%j is refused', (words, message) => {
    expect(() => parsed(words)).toThrow(`--guess: ${message}`.replace('--guess: such', 'such'));
  });

  it('finds the name before the last equals sign', () => {
    const key = { scenarioId: 'a', strategyId: 'chunks', parameters: { size: 3 }, subject: 'worktree' } as const;
    const reference = { key: { ...key, strategyId: 'one', parameters: {} }, name: 'one' };
    const arms = [{ key, name: 'chunks size=3', shape: null, runs: true }];
    expect(parseGuesses('chunks size=3=2', { reference, arms })).toEqual([{ key, name: 'chunks size=3', ratio: 2 }]);
  });

  it('names one of several rows of a strategy', () => {
    expect(() => guessesAt(severalPools, 'pool=2')).toThrow(
      expect.objectContaining({ message: "--guess: 'pool' has 2 rows", hint: 'Name one: pool w1, pool w2.' }),
    );
    expect(guessesAt(severalPools, 'pool w1=1').map(({ name }) => name)).toEqual(['pool w1']);
  });
});

it.each([
  ['20', 20],
  [' 1.5 ', 1.5],
  ['2x', 2],
  ['2 ×', 2],
  ['10000', 10_000],
  ['0.0001', 0.0001],
  ['0.00009', null],
  ['1,5', null],
  ['two', null],
  ['x', null],
])('the factor %j is %j', (text, factor) => {
  expect(factorOf(text)).toBe(factor);
});
