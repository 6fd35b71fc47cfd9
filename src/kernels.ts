// The CPU work units, used by scenarios and by the fixture server alike. Work is counted in fixed units, never sized by
// a clock: a spin "for 20 ms" takes 20 ms however little the machine lets it do. Every result is a checksum that
// depends on every round, so no compiler can drop the work and every answer can be verified.
// The state of the mix lives in an Int32Array. As a local variable it is faster to write and, on Node 24 and 26, two to
// three times slower once the loop has been optimised: the compiler then carries it as a double.

import { createHash } from 'node:crypto';

/** Rounds of the integer mix in one unit; about 0.1 ms of CPU time on a machine of 2025. */
export const ROUNDS_PER_UNIT = 36_000;

/** Bytes of one block of `hashBlocks`. */
export const HASH_BLOCK_BYTES = 65_536;

const mixState = new Int32Array(1);

function mixOneUnit(): void {
  for (let round = 0; round < ROUNDS_PER_UNIT; round++) {
    let mixed = ((mixState[0] as number) + round) | 0;
    mixed ^= mixed << 13;
    mixed ^= mixed >>> 17;
    mixed ^= mixed << 5;
    mixState[0] = Math.imul(mixed, 0x1e3779b1);
  }
}

/** Runs `unitCount` units of an integer mix in JavaScript and returns its checksum, 0 to 2^32 - 1. */
export function mixUnits(unitCount: number, seed: number): number {
  mixState[0] = seed ^ 0x6d2b79f5;
  for (let unit = 0; unit < unitCount; unit++) {
    mixState[0] = (mixState[0] as number) ^ unit;
    mixOneUnit();
  }
  return (mixState[0] as number) >>> 0;
}

/** Odd numbers sieved at once; their flags fit into the first-level cache. */
const SEGMENT_ODDS = 16_384;
const isCrossedOut = new Uint8Array(SEGMENT_ODDS);

/** Primes among the `oddCount` odd numbers from `first`, which is odd and at least 3. */
function countOddPrimes(first: number, oddCount: number): number {
  isCrossedOut.fill(0, 0, oddCount);
  const last = first + 2 * (oddCount - 1);
  for (let divisor = 3; divisor * divisor <= last; divisor += 2) {
    // The first odd multiple within the segment that no smaller divisor has crossed out.
    let multiple = divisor * Math.max(divisor, Math.ceil(first / divisor));
    if (multiple % 2 === 0) multiple += divisor;
    for (let index = (multiple - first) / 2; index < oddCount; index += divisor) isCrossedOut[index] = 1;
  }
  let count = 0;
  for (let index = 0; index < oddCount; index++) count += 1 - (isCrossedOut[index] as number);
  return count;
}

/**
 * Counts the primes in [`from`, `limit`) with a sieve over segments, without allocating. `limit` is at most 2^30. Trial
 * division would be shorter, but its speed halves whenever a neighbour keeps the other half of the core busy.
 */
export function countPrimesBelow(limit: number, from = 0): number {
  let count = from <= 2 && limit > 2 ? 1 : 0;
  for (let first = Math.max(3, from | 1); first < limit; first += 2 * SEGMENT_ODDS) {
    count += countOddPrimes(first, Math.min(SEGMENT_ODDS, Math.ceil((limit - first) / 2)));
  }
  return count;
}

function seededBlock(seed: number): Buffer {
  const block = Buffer.allocUnsafe(HASH_BLOCK_BYTES);
  let state = (seed ^ 0x2545f491) | 1;
  const patternBytes = HASH_BLOCK_BYTES / 8;
  for (let offset = 0; offset < patternBytes; offset += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    block.writeInt32LE(state, offset);
  }
  for (let filled = patternBytes; filled < HASH_BLOCK_BYTES; filled *= 2) block.copy(block, filled, 0, filled);
  return block;
}

/** SHA-256 (native code) over `blockCount` seeded blocks of `HASH_BLOCK_BYTES`, as 64 lower-case hex digits. */
export function hashBlocks(blockCount: number, seed: number): string {
  const hash = createHash('sha256');
  const block = seededBlock(seed);
  for (let index = 0; index < blockCount; index++) {
    block.writeUInt32LE(index, 0);
    hash.update(block);
  }
  return hash.digest('hex');
}

/** SHA-256 of some bytes, or of a text as UTF-8, as 64 lower-case hex digits. */
export function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
