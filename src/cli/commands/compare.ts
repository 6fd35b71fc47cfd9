// `overlap compare BASE HEAD`: one verdict for each cell of two saved results.

import { Command, Option } from 'commander';
import { assertWritable, readDocument } from '../../document/store.ts';
import type { Comparison } from '../../model/comparison.ts';
import { buildComparison } from '../../report/comparison/build-comparison.ts';
import { percentage } from '../numbers.ts';
import { deliver, drawingFor, findRenderer, formatOption, type OutputFlags, outOption } from '../output.ts';

const DEFAULT_MARGIN_RATIO = 0.25;

interface CompareFlags extends OutputFlags {
  readonly margin: number;
  readonly strict?: true;
}

export function compareCommand(): Command {
  return new Command('compare')
    .description('compare two saved results cell by cell; exit 1 on a regression or a cell that now fails')
    .argument('<base>', 'result document of the older version')
    .argument('<head>', 'result document of the newer version')
    .addOption(
      new Option(
        '--margin <percent>',
        'a change must exceed this to count; two runs of identical code differ by 6 to 20 % on a shared machine',
      )
        .argParser(percentage('--margin'))
        .default(DEFAULT_MARGIN_RATIO, `${DEFAULT_MARGIN_RATIO * 100} %`),
    )
    .option('--strict', 'exit 3 when a cell is inconclusive or could not be compared')
    .addOption(formatOption())
    .addOption(outOption())
    .action(compare);
}

async function compare(basePath: string, headPath: string, flags: CompareFlags): Promise<void> {
  const renderer = findRenderer(flags.format);
  if (flags.out !== undefined) await assertWritable(flags.out);
  const [base, head] = [await readDocument(basePath), await readDocument(headPath)];
  const comparison = buildComparison(base, head, { marginRatio: flags.margin });
  await deliver(renderer.renderComparison(comparison, drawingFor(flags.out)), flags.out);
  process.exitCode = exitCodeOf(comparison, flags.strict ?? false);
}

function exitCodeOf({ cells, unmatched, comparable }: Comparison, strict: boolean): number {
  if (cells.some(({ verdict }) => verdict === 'regressed') || unmatched.some(({ broken }) => broken)) return 1;
  const open = !comparable || unmatched.length > 0 || cells.some(({ verdict }) => verdict === 'inconclusive');
  return strict && open ? 3 : 0;
}
