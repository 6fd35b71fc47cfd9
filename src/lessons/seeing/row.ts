// What a row as a whole tells, whatever its tasks did.

import { numberParameter } from '../../model/arm-key.ts';
import { type Check, inEverySample, inSomeSample } from './in-samples.ts';

/** It has workers to start, which was measured in every epoch, and stands beside the samples instead of in them. */
export const startUpStandsApart: Check = ({ cell }) =>
  numberParameter(cell.key, 'threads') !== null && cell.openMs.length > 0 && cell.openMs.every((ms) => ms > 0);

/** Its start-up is earned back by a later batch than the first, or by none. */
export const paysLaterOrNever: Check = ({ row }) => row.verdict !== 'reference' && row.breakEvenBatchCount !== 1;

/** Each of its workers did a task. */
export const everyWorkerHasTasks: Check = (seen) =>
  inSomeSample(
    ({ tasks }) => new Set(tasks.map(({ worker }) => worker)).size === numberParameter(seen.cell.key, 'threads'),
  )(seen);

/** Some worker did more tasks than another. */
export const workersDifferInTasks: Check = (seen) =>
  inEverySample(({ tasks }) => {
    const counts = Array.from(
      { length: numberParameter(seen.cell.key, 'threads') ?? 0 },
      (_, worker) => tasks.filter((task) => task.worker === worker).length,
    );
    return Math.max(...counts) > Math.min(...counts);
  })(seen);

/** Tasks fail in every sample. */
export const tasksFail: Check = ({ cell }) =>
  cell.samples.length > 0 && cell.samples.every(({ failedCount }) => failedCount > 0);

/** No task fails in any sample. */
export const noTaskFails: Check = ({ cell }) =>
  cell.samples.length > 0 && cell.samples.every(({ failedCount }) => failedCount === 0);

/** Its numbers are not shown, for a reason that the report tells. */
export const isWithheld: Check = ({ row }) => row.reason !== null;

/** An audit keeps its numbers back, or they decide nothing. */
export const isUndecidedOrWithheld: Check = ({ row }) =>
  row.reason === null ? row.verdict === 'undecided' : row.audits.some(({ passed }) => !passed);
