// `overlap compare BASE HEAD`: one verdict for each cell of two saved results.

import { Command, Option } from 'commander';
import { DEFAULT_MARGIN_RATIO } from '../../report/comparison/margin.ts';
import { configOption, noConfigOption } from '../config/config-flags.ts';
import { percentage } from '../numbers.ts';
import { formatOption, type OutputFlags, outOption } from '../output.ts';
import { type RequestedReport, reportOption } from '../reports/report-option.ts';
import type { LoadAction } from './load-action.ts';

export interface CompareFlags extends OutputFlags {
  readonly margin: number;
  readonly strict?: true;
  readonly report?: readonly RequestedReport[];
}

export function compareCommand(perform: LoadAction): Command {
  return new Command('compare')
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
    .addOption(reportOption())
    .addOption(formatOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../actions/compare.ts')).compare));
}
