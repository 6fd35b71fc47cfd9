// A lesson: computing that slows down by itself, and the audit that refuses to print its numbers.
// Run it: npm run bench -- lying-kernel --quick

import { defineScenario } from '#bench';

const PASSES = 40;
const FNV_PRIME = 0x01000193;
const characters = Uint16Array.from({ length: 17_500 }, (_, index) => (index * 40_503) & 0xffff);

// The lie. It looks harmless and changes no result, but once it passes 2 147 483 647 (after about two dozen batches in
// one process) it no longer fits a small integer. The compiler throws its fast code away and compiles the loop anew,
// now with a number on the heap to replace at every step. What ran before and what runs after are not one program.
// Try this: count 1 instead of 16, and every row has its numbers again.
let hashedBits = 0;

/** What the counter is for. Nobody asks it, as in many a real program. */
export const hashedMegabytes = () => hashedBits / 8_000_000;

function fnvHash(seed: number): number {
  let hash = seed | 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (let index = 0; index < characters.length; index++) {
      hash = Math.imul(hash ^ (characters[index] as number), FNV_PRIME);
      hashedBits += 16;
    }
  }
  return hash >>> 0;
}

export default defineScenario({
  title: 'A kernel that slows down after warm-up',
  question: 'The code is warm and every task does the same. Will it cost the same in every round?',
  explanation:
    'A counter in the loop outgrows the small integers that the compiler had bet on; the code is compiled anew and ' +
    'slower, in each process at its own moment. A median would mix two programs, so the audit withholds the rows.',
  tags: ['lesson'],
  taskCount: 8,
  inputs: (taskCount) => Array.from({ length: taskCount }, (_, seed) => seed),
  cpu: fnvHash,
  check: (hashes) => hashes.every((hash) => Number.isInteger(hash)) && new Set(hashes).size === hashes.length,
});
