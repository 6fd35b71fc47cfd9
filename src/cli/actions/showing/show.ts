// Prints saved results, of runs or of gates. A file from last year and a run just made take the same path.

import { asComparisonRenderer } from '../../../api/rendering/find-renderer.ts';
import { toldRun } from '../../../api/rendering/told-run.ts';
import { readSaved } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { Comparison } from '../../../model/report/comparison.ts';
import type { NamedReport, Renderer, RenderOptions } from '../../../render/renderer.ts';
import { buildGateComparison } from '../../../report/gate/build-gate-comparison.ts';
import type { ShowFlags } from '../../commands/show.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { deliver, findRenderer } from '../deliver.ts';
import { assertPlaces } from '../places.ts';
import { isFolder, latestResult, OWN_FOLDER } from '../result-place.ts';
import { chosenTimelines } from './chosen-timelines.ts';

export async function show(shell: Shell, paths: string[], flags: ShowFlags): Promise<ExitCode> {
  const files = paths.length > 0 ? paths : [OWN_FOLDER];
  const renderer = await findRenderer(flags.format, flags);
  const chosen = files.map((path) => (isFolder(path) ? latestResult(path) : path));
  await assertPlaces({ '--out': flags.out }, chosen);
  const runs: NamedReport[] = [];
  const gates: Comparison[] = [];
  for (const path of chosen) {
    const saved = await readSaved(path);
    if ('kind' in saved) gates.push(buildGateComparison(saved));
    else runs.push(toldRun(path, saved));
  }
  if (gates.length > 0 && chosen.length > 1) throw oneAtATime();
  // Which one it is has been typed, or is said.
  if (files.some(isFolder)) say(shell, `This is ${chosen.join(', ')}.`);
  const drawing = { ...drawingFor(shell, flags), ascii: flags.ascii ?? false };
  if (flags.timeline !== undefined) {
    await deliver(shell, timelinesOf(runs, flags.timeline, renderer, { ...flags, drawing }), flags.out);
    return EXIT.fine;
  }
  const [gate] = gates;
  const text =
    gate === undefined
      ? renderer.renderReports(runs, drawing)
      : asComparisonRenderer(renderer, '--format').renderComparison(gate, drawing);
  await deliver(shell, text, flags.out);
  return EXIT.fine;
}

function timelinesOf(
  runs: readonly NamedReport[],
  wanted: readonly string[],
  renderer: Renderer,
  { sameAxis = false, drawing }: Pick<ShowFlags, 'sameAxis'> & { readonly drawing: RenderOptions },
): string {
  const [run] = runs;
  if (run === undefined || runs.length > 1) {
    const got = runs.length === 0 ? 'the numbers of a gate' : 'several files';
    throw new BenchError('USAGE', `--timeline: expected the result of one run, got ${got}`, 'Name one file.');
  }
  if (renderer.renderTimelines === undefined) {
    const can = 'Draw them with --format table, markdown or json.';
    throw new BenchError('USAGE', `--timeline: format '${renderer.id}' has no way to draw tasks`, can);
  }
  const chosen = chosenTimelines(run.timelines ?? [], wanted, run.name);
  return renderer.renderTimelines(chosen, sameAxis, drawing);
}

function oneAtATime(): BenchError {
  return new BenchError(
    'USAGE',
    'show: expected one file where it holds the numbers of a gate, got several',
    'Show the gate by itself; several results of runs may stand side by side.',
  );
}
