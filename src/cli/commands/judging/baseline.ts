// `overlap baseline add|list|prune|health`: the past runs of the main branch, by which `overlap compare` judges.

import { Argument, Command, Option } from 'commander';
import { DEFAULT_PLACE } from '../../../history/place.ts';
import { DEFAULT_MARGIN_RATIO } from '../../../report/comparison/margin.ts';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import { percentage, wholeNumber } from '../../numbers.ts';
import { LIST_FORMATS } from '../../output.ts';
import type { LoadAction } from '../load-action.ts';

/** What may be done with a history. */
export const BASELINE_STEPS = ['add', 'list', 'prune', 'health'] as const;

export interface BaselineFlags {
  readonly history: string;
  readonly keep?: number;
  readonly margin: number;
  readonly format: string;
}

/** `--history`, of every command that reads a history. */
export function historyOption(about: string): Option {
  return new Option('--history <place>', about);
}

export function baselineCommand(perform: LoadAction): Command {
  return new Command('baseline')
    .addArgument(
      new Argument(
        '<step>',
        'add keeps a run; list shows the runs; prune removes the oldest; health says whether they may judge',
      ).choices(BASELINE_STEPS),
    )
    .argument('[result]', 'for add: the result document of a run of the main branch')
    .addOption(
      historyOption('where the runs are: a folder, or BRANCH:FILE for a file on a branch').default(DEFAULT_PLACE),
    )
    .option(
      '--keep <count>',
      'for prune: the newest so many of each kind of machine and settings',
      wholeNumber('--keep', 10, 100_000),
    )
    .addOption(
      new Option('--margin <percent>', 'for health: a change must exceed this to count')
        .argParser(percentage('--margin'))
        .default(DEFAULT_MARGIN_RATIO, `${DEFAULT_MARGIN_RATIO * 100} %`),
    )
    .addOption(new Option('--format <format>', `how to print: ${LIST_FORMATS.join(', ')}`).default(LIST_FORMATS[0]))
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../../actions/judging/baseline.ts')).baseline));
}
