// Is a saved result slower than past runs? Exits as `overlap compare --strict` does.
//
//   node gate.ts .overlap/history/ head.json

import { BenchError, compareDocuments } from 'overlap-bench';

const [base = '.overlap/history/', head = 'head.json'] = process.argv.slice(2);
try {
  const { comparison, exitCode } = await compareDocuments(base, head, { marginRatio: 0.1, strict: true });
  for (const { key, name, verdict, change, reason } of comparison.cells) {
    const why = reason === null ? '' : `: ${reason}`;
    console.log(`${key.scenarioId}, ${name}: ${verdict} (${change.ratio.toFixed(2)} times the time)${why}`);
  }
  for (const { key, name, reason } of comparison.unmatched) console.log(`${key.scenarioId}, ${name}: ${reason}`);
  process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof BenchError)) throw error;
  console.error(`${error.code}: ${error.message}\n${error.hint}`);
  process.exitCode = error.exitCode;
}
