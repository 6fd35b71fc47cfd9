// Returns how many characters each page has. The peer takes `ratePerSecond` requests a second and refuses the others.
//
// `get(path)` asks the peer for a page and resolves to its text. A refusal rejects with an error whose `status` is 429, and whose
// `retryAfterMs` says how long to wait.

import { setTimeout } from 'node:timers/promises';

export async function run({ paths, ratePerSecond }, { get }) {
  async function read(path) {
    for (;;) {
      try {
        const text = await get(path);
        return text.length;
      } catch (error) {
        if (error.status !== 429) throw error;
        await setTimeout(100);
      }
    }
  }

  return await Promise.all(paths.map(read));
}
