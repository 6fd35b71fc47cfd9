// A run in which one strategy is there with five limits: from eight on they end together.

import { toldRun } from '../../../api/rendering/told-run.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages } from '../../../report/testing/sample-documents.ts';
import type { NamedReport } from '../../renderer.ts';

/** Medians by how many tasks may be under way. */
export const FLATTENS: ReadonlyMap<number, number> = new Map([
  [2, 610],
  [4, 310],
  [8, 190],
  [16, 188],
  [1024, 190],
]);

/** The run, told. */
export function sweptRun(medians: ReadonlyMap<number, number> = FLATTENS): NamedReport {
  const reference = downloadPages.arms.filter(({ strategyId }) => strategyId === 'sequential');
  const swept = [...medians].map(([concurrency, wallMs]) => ({ strategyId: 'bounded', concurrency, wallMs }));
  const scenario = {
    ...downloadPages,
    arms: [...reference, ...swept],
    roundCount: 40,
    epochCount: 5,
    noiseRatio: 0.002,
  };
  return toldRun('swept.json', documentOf({ scenarios: [scenario] }));
}
