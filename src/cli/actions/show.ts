// Prints saved results. A file from last year and a run just made take the same path.

import { readDocument } from '../../document/store.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { buildReport } from '../../report/build-report.ts';
import { drawingFor } from '../drawing.ts';
import type { OutputFlags } from '../output.ts';
import type { Shell } from '../shell.ts';
import { deliver, findRenderer } from './deliver.ts';
import { assertPlaces } from './places.ts';

export async function show(shell: Shell, paths: string[], flags: OutputFlags): Promise<ExitCode> {
  const renderer = await findRenderer(flags.format);
  await assertPlaces({ '--out': flags.out }, paths);
  const drawing = drawingFor(shell, flags.out);
  const texts: string[] = [];
  for (const path of paths) texts.push(renderer.renderReport(buildReport(await readDocument(path)), drawing));
  await deliver(shell, texts.join('\n'), flags.out);
  return EXIT.fine;
}
