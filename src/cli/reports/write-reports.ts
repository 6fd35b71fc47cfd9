// Writes the reports of a comparison. One that cannot be written is told and changes no exit code: the verdict is about the code,
// and whoever waits for it must not read a full disk as a regression.

import { appendFile, stat } from 'node:fs/promises';
import { BenchError, messageOf } from '../../errors.ts';
import type { Comparison } from '../../model/report/comparison.ts';
import type { ReportOptions } from '../../render/ci/kinds.ts';
import { deliver } from '../actions/deliver.ts';
import type { Shell } from '../shell/shell.ts';
import { folderInRepository, type PlannedReport } from './planned-reports.ts';
import { warnOf } from './report-places.ts';

/** Draws and writes them all, each whatever became of the others. */
export async function writeReports(
  shell: Shell,
  comparison: Comparison,
  reports: readonly PlannedReport[],
  { strict }: Pick<ReportOptions, 'strict'>,
): Promise<void> {
  if (reports.length === 0) return;
  const { drawReport } = await import('../../render/ci/draw-report.ts');
  const folder = folderInRepository(process.cwd(), shell.env);
  for (const { kind, place, isShared } of reports) {
    const draw = (roomBytes?: number) =>
      drawReport(kind, comparison, { strict, folder, ...(roomBytes !== undefined && { roomBytes }) });
    try {
      if (isShared) await addTo(place, draw);
      else await deliver(shell, draw(), place);
    } catch (thrown) {
      warnOf(shell, kind, thrown);
    }
  }
}

/** GitHub counts what other programs of the step wrote into the same file. Throws `FILE_WRITE`. */
async function addTo(path: string, draw: (roomBytes: number) => string): Promise<void> {
  const { MOST_SUMMARY_BYTES } = await import('../../render/ci/github/step-summary.ts');
  try {
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    const gap = size === 0 ? '' : '\n\n';
    const text = draw(MOST_SUMMARY_BYTES - size - gap.length);
    if (text === '') throw new Error('what others wrote to it leaves no room');
    await appendFile(path, `${gap}${text}`);
  } catch (thrown) {
    throw new BenchError('FILE_WRITE', `cannot write ${path}: ${messageOf(thrown)}`, 'Name another file.', thrown);
  }
}
