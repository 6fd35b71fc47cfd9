// Is the newer of two saved results slower? Exits as `overlap compare --strict` does.
//
//   node gate.ts base.json head.json

import { BenchError, compareDocuments } from 'overlap-bench';

const [base = 'base.json', head = 'head.json'] = process.argv.slice(2);
try {
  const { comparison, exitCode } = await compareDocuments(base, head, { marginRatio: 0.3, strict: true });
  for (const { key, name, verdict, change } of comparison.cells) {
    console.log(`${key.scenarioId}, ${name}: ${verdict} (${change.ratio.toFixed(2)} times the time)`);
  }
  for (const { key, name, reason } of comparison.unmatched) console.log(`${key.scenarioId}, ${name}: ${reason}`);
  process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(`${error.code}: ${error.message}\n${error.hint}`);
  process.exitCode = error.exitCode;
}
