// The same scenarios again and again, as a job of every merge would measure them: short runs, each with processes of its own.

import { scenarioUrls } from '../../src/cli/runner.ts';
import { runScenarios } from '../../src/index.ts';
import type { HistoryRun } from '../../src/model/document/history-run.ts';
import { historyRunOf } from '../../src/report/history/history-run-of.ts';

const RUN_COUNT = 30;

/** Half an hour of quick runs, in the order of time. */
export async function quickRuns(write: (line: string) => void): Promise<HistoryRun[]> {
  const runs: HistoryRun[] = [];
  for (let index = 0; index < RUN_COUNT; index++) {
    write(`quick run ${index + 1} of ${RUN_COUNT}`);
    const { document } = await runScenarios(
      scenarioUrls().map((url) => new URL(url)),
      { quick: true },
    );
    runs.push(historyRunOf(document, { withPlacebos: true }));
  }
  return runs;
}
