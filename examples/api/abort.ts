// Stop after a time, and keep what was measured by then.
//
//   node abort.ts [seconds]

import { runScenarios } from 'overlap-bench';

const signal = AbortSignal.timeout(Number(process.argv[2] ?? 10) * 1_000);
try {
  const { document, report } = await runScenarios(['download-pages', 'count-primes'], { rounds: 1_000, signal });
  console.log(document.complete ? 'finished' : 'stopped early');
  for (const { id, roundCount } of report.scenarios) console.log(`${id}: ${roundCount} rounds`);
} catch (error) {
  // Before the first sample there is nothing to keep.
  if (error !== signal.reason) throw error;
  console.log('nothing was measured');
}
