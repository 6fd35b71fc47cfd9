// A run with everything that a page draws: two scenarios, epochs, a dropped round, and timelines whose tasks wait, compute and
// stand in queues.

import { toldRun } from '../../../api/rendering/told-run.ts';
import type { Cell, ResultDocument } from '../../../model/document/document.ts';
import type { Timeline } from '../../../model/document/timeline.ts';
import { documentOf } from '../../../report/testing/document-builder.ts';
import { downloadPages, downloadThenHash } from '../../../report/testing/sample-documents.ts';
import type { NamedReport } from '../../renderer.ts';

/** The document of it. */
export function taughtDocument(): ResultDocument {
  const scenarios = [downloadPages, downloadThenHash].map((scenario) => ({
    ...scenario,
    epochCount: 2,
    roundCount: 16,
  }));
  const document = documentOf({ scenarios });
  const cells = document.cells.map((cell): Cell => {
    if (cell.samples.length === 0) return cell;
    const samples = cell.samples.map((sample) =>
      sample.round === 3 ? { ...sample, contaminated: 'another program ran' } : sample,
    );
    return { ...cell, samples, timelines: [timelineOf(cell, 'typical'), timelineOf(cell, 'slowest')] };
  });
  return { ...document, cells };
}

/** The same, told. */
export function taughtRun(): NamedReport {
  return toldRun('taught.json', taughtDocument());
}

/** Tasks that begin together, wait for their answers and then take turns at computing. */
export function timelineOf({ key, taskCount, samples }: Cell, reason: Timeline['reason'], tasks = taskCount): Timeline {
  const at = (each: (row: number) => number) => Array.from({ length: tasks }, (_, row) => Math.round(each(row)));
  const batchUs = Math.round((samples[0]?.wallMs ?? 1) * 1_000);
  const stepUs = (batchUs * 0.6) / tasks;
  const endUs = (row: number) => batchUs * 0.4 + stepUs * (row + 1);
  const pooled = key.parameters.threads !== undefined;
  return {
    ...{ epoch: 0, round: 0, reason, batchUs, failedRows: [], leftOutTaskCount: 0, leftOutRequestCount: 0 },
    tasks: {
      place: at((row) => row),
      startedUs: at((row) => batchUs * 0.01 * (row % 4)),
      waitedUs: at((row) => endUs(row) - stepUs * 0.5),
      computeFromUs: at((row) => endUs(row) - stepUs * 0.5),
      computeToUs: at((row) => endUs(row) - stepUs * 0.1),
      endedUs: at(endUs),
    },
    pool: pooled
      ? {
          worker: Array.from({ length: tasks }, (_, row) => row % 2),
          handedUs: at((row) => batchUs * 0.01 * (row % 4) + 10),
          fromUs: at((row) => endUs(row) - stepUs),
          toUs: at(endUs),
        }
      : null,
    requests: pooled
      ? { row: [], askedUs: [], receivedUs: [], begunUs: [], sentUs: [], gotUs: [] }
      : {
          row: at((row) => row),
          askedUs: at((row) => batchUs * 0.01 * (row % 4) + 200),
          receivedUs: at(() => batchUs * 0.06),
          begunUs: at(() => batchUs * 0.09),
          sentUs: at(() => batchUs * 0.38),
          gotUs: at((row) => endUs(row) - stepUs * 0.5),
        },
  };
}
