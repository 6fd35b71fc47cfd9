// A hundred thousand samples must stay readable. Time depends on the machine, the number of values read does not.

import { expect, test } from 'vitest';
import { seededRandom } from '../../model/seeded-random.ts';
import { pseudomedianOfSorted } from '../ranks/walsh.ts';
import { counted } from '../testing/counted.ts';

test('a pseudomedian grows with the sample, not with its square: reads per value stay what they were', () => {
  const readsPerValue = (count: number) => {
    const { values, readCount } = counted(Float64Array.from({ length: count }, seededRandom(7)).sort());
    pseudomedianOfSorted(values);
    return readCount() / count;
  };
  expect(readsPerValue(800)).toBeLessThan(1.2 * readsPerValue(100));
});
