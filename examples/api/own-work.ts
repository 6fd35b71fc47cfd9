// Measure work of one's own, and keep the numbers. Each arm is a process that imports the scenario's file.
//
//   node own-work.ts result.json

import { runScenario } from 'overlap-bench';

const { report, exitCode } = await runScenario(new URL('./lookups.scenario.ts', import.meta.url), {
  strategies: ['sequential', 'gather', 'bounded'],
  concurrency: [2, 4],
  budgetMs: 4_000,
  saveTo: process.argv[2] ?? 'result.json',
});
for (const { name, medianMs, verdict } of report.scenarios.flatMap(({ rows }) => rows)) {
  console.log(`${name}: ${medianMs?.toFixed(1) ?? '-'} ms, ${verdict ?? 'no number'}`);
}
process.exitCode = exitCode;
