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

/** Remainder of a product of two numbers below 2^26, in doubles: exact, and no division. */
function mulMod(left: number, right: number, modulus: number, inverse: number): number {
  const product = left * right;
  const remainder = product - Math.floor(product * inverse) * modulus;
  if (remainder < 0) return remainder + modulus;
  return remainder >= modulus ? remainder - modulus : remainder;
}

/** One round of Miller and Rabin's test, for odd candidates: `candidate - 1` is `odd` times 2 to the `twos`. */
function passesRound(candidate: number, base: number, odd: number, twos: number): boolean {
  const inverse = 1 / candidate;
  let power = 1;
  let square = base % candidate;
  for (let exponent = odd; exponent > 0; exponent >>= 1) {
    if (exponent & 1) power = mulMod(power, square, candidate, inverse);
    square = mulMod(square, square, candidate, inverse);
  }
  if (power === 1 || power === candidate - 1) return true;
  for (let round = 1; round < twos; round++) {
    power = mulMod(power, power, candidate, inverse);
    if (power === candidate - 1) return true;
  }
  return false;
}

/** Together they leave no doubt below 3,215,031,751 (Jaeschke, Math. Comp. 61, 1993). */
const BASES = [2, 3, 5, 7] as const;

function isOddPrime(candidate: number): boolean {
  let odd = candidate - 1;
  let twos = 0;
  for (; (odd & 1) === 0; odd >>= 1) twos++;
  for (const base of BASES) {
    if (candidate === base) return true;
    if (!passesRound(candidate, base, odd, twos)) return false;
  }
  return true;
}

/**
 * Counts the primes in [`from`, `limit`), without allocating. `limit` is at most 2^26. Trial division or a sieve would be
 * shorter, but they keep the whole core busy and so slow down by a half whenever a neighbour uses its other thread; this
 * is one long chain of multiplications, each waiting for the last.
 */
export function countPrimesBelow(limit: number, from = 0): number {
  let count = from <= 2 && limit > 2 ? 1 : 0;
  for (let candidate = Math.max(3, from | 1); candidate < limit; candidate += 2) {
    if (isOddPrime(candidate)) count++;
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
