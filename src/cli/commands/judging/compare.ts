// `overlap compare BASE HEAD`: one verdict for each cell of a saved result, by what past runs of it varied by.

import { Command, Option } from 'commander';
import { DEFAULT_PLACE } from '../../../history/place.ts';
import { DEFAULT_MARGIN_RATIO } from '../../../report/comparison/margin.ts';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import { percentage } from '../../numbers.ts';
import { formatOption, type OutputFlags, outOption } from '../../output.ts';
import { type RequestedReport, reportOption } from '../../reports/report-option.ts';
import type { LoadAction } from '../load-action.ts';
import { historyOption } from './baseline.ts';

export interface CompareFlags extends OutputFlags {
  readonly history?: string;
  readonly margin: number;
  readonly strict?: true;
  readonly report?: readonly RequestedReport[];
}

export function compareCommand(perform: LoadAction): Command {
  return new Command('compare')
    .argument('<base>', 'result document of the older version, or the history of past runs: a folder, or BRANCH:FILE')
    .argument('<head>', 'result document of the newer version')
    .addOption(historyOption(`where the past runs are (default: ${DEFAULT_PLACE} if there is one, or base)`))
    .addOption(
      new Option(
        '--margin <percent>',
        'a change must exceed this to count, and what past runs of the same code vary by',
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
    .action(perform(async () => (await import('../../actions/judging/compare.ts')).compare));
}
