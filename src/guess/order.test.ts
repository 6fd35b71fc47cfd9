// The order that follows from guessed factors: only decided pairs count.

import { expect, it } from 'vitest';
import { changed } from '../report/testing/one-scenario.ts';
import { countPrimes, downloadPages } from '../report/testing/sample-documents.ts';
import { measuredScenario, outcomeAt } from './testing/measured-scenario.ts';

const pages = measuredScenario(downloadPages);
const primes = measuredScenario(countPrimes);

it.each([
  ['gather=20,bounded=10,pool=2', 6, []],
  ['gather=20,bounded=10,pool=0.5', 5, [{ faster: 'pool w2', slower: 'sequential' }]],
  [
    'gather=2,bounded=10,pool=5',
    4,
    [
      { faster: 'gather', slower: 'bounded c10' },
      { faster: 'gather', slower: 'pool w2' },
    ],
  ],
  ['gather=5,bounded=5,pool=2', 5, [{ faster: 'gather', slower: 'bounded c10' }]],
])('%s', (guess, rightCount, wrong) => {
  expect(outcomeAt(pages, guess).order).toEqual({ rightCount, pairCount: 6, wrong });
});

it('an arm that was not guessed at is in no pair', () => {
  expect(outcomeAt(pages, 'gather=20').order).toEqual({ rightCount: 1, pairCount: 1, wrong: [] });
});

it('what the run left open counts for nobody', () => {
  // Gathered computing is as fast as the reference: only pairs with the pool are decided.
  expect(outcomeAt(primes, 'gather=8,bounded=4,pool=2').order).toEqual({
    rightCount: 1,
    pairCount: 3,
    wrong: [
      { faster: 'pool w2', slower: 'gather' },
      { faster: 'pool w2', slower: 'bounded c10' },
    ],
  });
});

it('rows whose intervals touch are no pair, whatever their order', () => {
  const near = measuredScenario(changed(countPrimes, 'gather', { wallMs: 190 }));
  expect(outcomeAt(near, 'gather=8,bounded=4').order.pairCount).toBe(0);
});

it('a row that was decided to be slower was guessed right below 1', () => {
  const slow = measuredScenario(changed(countPrimes, 'pool', { wallMs: 400 }));
  expect(outcomeAt(slow, 'pool=0.5').order).toEqual({ rightCount: 1, pairCount: 1, wrong: [] });
  expect(outcomeAt(slow, 'pool=2').order.wrong).toEqual([{ faster: 'sequential', slower: 'pool w2' }]);
});

it('a withheld row is in no pair', () => {
  const withheld = measuredScenario(changed(downloadPages, 'gather', { sample: () => ({ connectCount: 4 }) }));
  expect(outcomeAt(withheld, 'gather=2,bounded=10').order.pairCount).toBe(1);
});

it('nothing is decided where too little of the run is left', () => {
  const disturbed = changed(downloadPages, 'gather', {
    sample: ({ round }) => (round % 4 === 0 ? {} : { contaminated: 'stolen' }),
  });
  expect(outcomeAt(measuredScenario(disturbed), 'gather=20,bounded=10').order.pairCount).toBe(0);
});
