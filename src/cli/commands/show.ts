// `overlap show FILE…`: print saved results again. A file from last year and a run just made take the same path.

import { Command } from 'commander';
import { assertWritable, readDocument } from '../../document/store.ts';
import { buildReport } from '../../report/build-report.ts';
import { deliver, drawingFor, findRenderer, formatOption, type OutputFlags, outOption } from '../output.ts';

export function showCommand(): Command {
  return new Command('show')
    .description('print saved results')
    .argument('<file...>', 'result documents, as `overlap run` saved them')
    .addOption(formatOption())
    .addOption(outOption())
    .action(show);
}

async function show(paths: string[], flags: OutputFlags): Promise<void> {
  const renderer = findRenderer(flags.format);
  if (flags.out !== undefined) await assertWritable(flags.out);
  const runs = [];
  for (const path of paths) runs.push({ name: path, report: buildReport(await readDocument(path)) });
  await deliver(renderer.renderReports(runs, drawingFor(flags.out)), flags.out);
}
