import { expect, it } from 'vitest';
import { areKnownToDiffer } from './output-digest.ts';

it.each<[string | null, string | null, boolean]>([
  ['2:abc', '2:abc', false],
  ['2:abc', '2:abd', true],
  // As an earlier version wrote them.
  ['abc', 'abd', true],
  ['abc', '2:abc', false],
  ['2:abc', null, true],
  ['abc', null, true],
])('outputs with digests %s and %s are known to differ: %s', (one, other, differ) => {
  expect(areKnownToDiffer(one, other)).toBe(differ);
  expect(areKnownToDiffer(other, one)).toBe(differ);
});
