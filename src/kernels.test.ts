// The golden values are what makes the kernels the same work everywhere: they were the same on Node 22, 24 and 26.

import { expect, test } from 'vitest';
import { countPrimesBelow, hashBlocks, mixUnits, sha256Hex } from './kernels.ts';

const GOLDEN_MIX = [1831565812, 990283617, 45993922, 1863205227];
const GOLDEN_HASH = 'f387f920492eba8cd4e744075ebfcafb4c53f159f92f31c3bd1e633ba4837f6f';

test('the mix gives the same checksums on every engine', () => {
  expect(mixUnits(0, 1)).toBe(GOLDEN_MIX[0]);
  expect(mixUnits(1, 1)).toBe(GOLDEN_MIX[1]);
  expect(mixUnits(10, 1)).toBe(GOLDEN_MIX[2]);
  expect(mixUnits(10, 2 ** 31 - 1)).toBe(GOLDEN_MIX[3]);
});

test('the mix keeps no state between calls', () => {
  const first = mixUnits(3, 7);
  mixUnits(5, 8);
  expect(mixUnits(3, 7)).toBe(first);
});

test('primes are counted, from a start and below a limit', () => {
  expect(countPrimesBelow(100_000)).toBe(9_592);
  expect(countPrimesBelow(200, 100)).toBe(21);
  expect([0, 1, 2, 3, 4, 5, 6].map((limit) => countPrimesBelow(limit))).toEqual([0, 0, 0, 1, 2, 2, 3]);
  const parts = [0, 777, 5_000, 9_999].map((from, part, starts) => countPrimesBelow(starts[part + 1] ?? 20_000, from));
  expect(parts.reduce((sum, count) => sum + count)).toBe(countPrimesBelow(20_000));
});

test('hashes depend on count and seed, and match SHA-256', () => {
  expect(hashBlocks(3, 7)).toBe(GOLDEN_HASH);
  expect(hashBlocks(3, 8)).not.toBe(GOLDEN_HASH);
  expect(hashBlocks(2, 7)).not.toBe(GOLDEN_HASH);
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
