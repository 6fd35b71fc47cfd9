// Measures, saves the document, prints the report.

import { outcomeOfRun } from '../../../api/outcome.ts';
import { toldRun } from '../../../api/rendering/told-run.ts';
import { planRun } from '../../../api/running/plan-run.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { RunFlags } from '../../commands/measuring/run.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { deliver, findRenderer } from '../deliver.ts';
import { assertPlaces } from '../places.ts';
import { makeOwnFolder, resultPath } from '../result-place.ts';
import { flagOf, measureOptionsOf } from './measure-flags.ts';
import { measured } from './measured.ts';

const RESUME_HINT = 'go on with the same flags and --resume.';

export async function run(shell: Shell, names: string[], flags: RunFlags): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format, flags);
  const savePath = resultPath(flags.save);
  await assertPlaces({ '--save': flags.save && savePath, '--out': flags.out }, names);
  const interrupt = shell.interrupted();
  const request = await planRun(names, measureOptionsOf(flags), flagOf, interrupt, {
    tags: flags.tag,
    kinds: flags.kind,
  });
  if (flags.save === undefined) await makeOwnFolder(savePath);
  const keeping = { savePath, resume: flags.resume ?? false, resumeHint: RESUME_HINT };
  const run = await measured(shell, request, flags, keeping, interrupt);
  if (run === null) return EXIT.interrupted;
  const told = toldRun(savePath, run.document);
  const text = renderer.renderReports([told], drawingFor(shell, flags));
  try {
    await deliver(shell, text, flags.out);
  } catch (thrown) {
    shell.stdout.write(text);
    throw run.unsaved ?? thrown;
  }
  if (run.unsaved !== undefined) throw run.unsaved;
  if (run.resumeHint !== null) say(shell, run.resumeHint);
  return outcomeOfRun(told.report);
}
