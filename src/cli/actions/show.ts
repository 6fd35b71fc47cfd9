// Prints saved results. A file from last year and a run just made take the same path.

import { readDocument } from '../../document/store.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { buildReport } from '../../report/build-report.ts';
import type { ReportFlags } from '../output.ts';
import { drawingFor } from '../shell/drawing.ts';
import type { Shell } from '../shell/shell.ts';
import { deliver, findRenderer } from './deliver.ts';
import { assertPlaces } from './places.ts';

export async function show(shell: Shell, paths: string[], flags: ReportFlags): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format);
  await assertPlaces({ '--out': flags.out }, paths);
  const runs = [];
  for (const path of paths) runs.push({ name: path, report: buildReport(await readDocument(path)) });
  await deliver(shell, renderer.renderReports(runs, drawingFor(shell, flags)), flags.out);
  return EXIT.fine;
}
