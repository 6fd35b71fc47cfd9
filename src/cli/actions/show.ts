// Prints saved results, of runs or of gates. A file from last year and a run just made take the same path.

import { readSaved } from '../../document/store.ts';
import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Comparison } from '../../model/comparison.ts';
import type { NamedReport } from '../../render/renderer.ts';
import { buildReport } from '../../report/build-report.ts';
import { buildGateComparison } from '../../report/gate/build-gate-comparison.ts';
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
  const runs: NamedReport[] = [];
  const gates: Comparison[] = [];
  for (const path of chosen) {
    const saved = await readSaved(path);
    if ('kind' in saved) gates.push(buildGateComparison(saved));
    else runs.push({ name: path, report: buildReport(saved) });
  }
  if (gates.length > 0 && chosen.length > 1) throw oneAtATime();
  // Which one it is has been typed, or is said.
  if (files.some(isFolder)) say(shell, `This is ${chosen.join(', ')}.`);
  const drawing = drawingFor(shell, flags);
  const [gate] = gates;
  const text = gate === undefined ? renderer.renderReports(runs, drawing) : renderer.renderComparison(gate, drawing);
  await deliver(shell, text, flags.out);
  return EXIT.fine;
}

function oneAtATime(): BenchError {
  return new BenchError(
    'USAGE',
    'show: expected one file where it holds the numbers of a gate, got several',
    'Show the gate by itself; several results of runs may stand side by side.',
  );
}
