// Prints saved results. A file from last year and a run just made take the same path.

import { readDocument } from '../../document/store.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { buildReport } from '../../report/build-report.ts';
import type { ReportFlags } from '../output.ts';
import { drawingFor } from '../shell/drawing.ts';
import { type Shell, say } from '../shell/shell.ts';
import { deliver, findRenderer } from './deliver.ts';
import { assertPlaces } from './places.ts';
import { isFolder, latestResult, OWN_FOLDER } from './result-place.ts';

export async function show(shell: Shell, paths: string[], flags: ReportFlags): Promise<ExitCode> {
  const files = paths.length > 0 ? paths : [OWN_FOLDER];
  const renderer = await findRenderer(flags.format);
  const chosen = files.map((path) => (isFolder(path) ? latestResult(path) : path));
  await assertPlaces({ '--out': flags.out }, chosen);
  const runs = [];
  for (const path of chosen) runs.push({ name: path, report: buildReport(await readDocument(path)) });
  // Which one it is has been typed, or is said.
  if (files.some(isFolder)) say(shell, `This is ${chosen.join(', ')}.`);
  await deliver(shell, renderer.renderReports(runs, drawingFor(shell, flags)), flags.out);
  return EXIT.fine;
}
