// A schedule that stops waiting at the first failure ends its batch before its tasks end. What they took is on its timeline;
// how long the batch took says nothing of them, and no law that counts on whole batches holds.

import type { Sample } from '../../model/document/document.ts';
import type { ScenarioData } from './scenario-data.ts';

/** Whether the batch of a sample ended with one failure and nobody's output. */
export function gaveUp({ completedCount, failedCount }: Sample, { record }: ScenarioData): boolean {
  return record.allowFailures && completedCount === 0 && failedCount === 1 && record.taskCount > 1;
}
