// A long run must stay readable: whatever keeps something for every pair of samples runs out of memory here. That the
// estimates read each value a bounded number of times is counted beside them (stats/ranks/).

import { expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import { documentOf } from './testing/document-builder.ts';
import { countPrimes } from './testing/sample-documents.ts';

it('tells 100,000 samples of one scenario, tails included', () => {
  const arms = countPrimes.arms.map((arm) => ({ ...arm, wallMs: 1.3 * arm.wallMs }));
  const scenario = { ...countPrimes, arms, roundCount: 20_000, epochCount: 5, noiseRatio: 0.05 };
  const rows = buildReport(documentOf({ scenarios: [scenario] })).scenarios.flatMap((report) => report.rows);
  expect(rows.map(({ verdict }) => verdict)).toEqual(['reference', 'no gain', 'no gain', 'no gain', 'faster']);
  expect(rows.at(-1)?.p99Speedup?.ratio).toBeCloseTo(1.9, 1);
});
