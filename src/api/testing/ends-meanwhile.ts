// A program that ends while its run is under way, without a word to it.

import { runScenario } from '../../index.ts';

await runScenario(new URL('../../runner/testing/fine.ts', import.meta.url), {
  strategies: ['sequential', 'gather'],
  onProgress: ({ phase }) => {
    if (phase !== 'warming up') return;
    console.log('under way');
    // Whoever started this looks for its children first, and says so by closing stdin.
    process.stdin.resume().once('end', () => process.exit(7));
  },
});
