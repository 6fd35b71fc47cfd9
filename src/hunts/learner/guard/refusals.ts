// What a program tried and was refused, the first of it, in memory that all threads of its process share: a thread may be over
// before a message of its own has left it.

import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { RULE } from '../../rule.ts';

const KEY = 'overlap-bench: refusals';
const MOST_BYTES = 512;
const [FREE, TAKEN, WRITTEN] = [0, 1, 2];

if (isMainThread) setEnvironmentData(KEY, new SharedArrayBuffer(8 + MOST_BYTES));
const memory = getEnvironmentData(KEY) as unknown as SharedArrayBuffer;
const state = new Int32Array(memory, 0, 2);
const bytes = new Uint8Array(memory, 8);

/** What is refused, as an infinitive: `reach 192.0.2.1`. */
export class RefusedError extends Error {
  constructor(what: string) {
    super(`tried to ${what}: ${RULE}`);
  }
}

/** Notes it, and returns what is to be thrown. */
export function refusal(what: string): RefusedError {
  if (Atomics.compareExchange(state, 0, FREE, TAKEN) === FREE) {
    // Into a buffer of its own first: whether shared memory can be encoded into is each Node's own affair.
    const text = new TextEncoder().encode(what).subarray(0, MOST_BYTES);
    bytes.set(text);
    state[1] = text.length;
    Atomics.store(state, 0, WRITTEN);
    Atomics.notify(state, 0);
  }
  return new RefusedError(what);
}

/** The first refusal of any thread so far; null for none. */
export function firstRefusal(): string | null {
  if (Atomics.load(state, 0) !== WRITTEN) return null;
  return new TextDecoder().decode(bytes.slice(0, state[1]));
}

/** Resolves with the first refusal; never, where there is none. */
export async function refused(): Promise<string> {
  for (;;) {
    const seen = Atomics.load(state, 0);
    if (seen === WRITTEN) return firstRefusal() ?? '';
    await Atomics.waitAsync(state, 0, seen).value;
  }
}
