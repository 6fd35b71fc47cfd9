// `overlap gate`: the flags that say which two versions are measured side by side, and when a change counts.

import { Command, Option } from 'commander';
import { DEFAULT_MARGIN_RATIO } from '../../../report/comparison/margin.ts';
import { DEFAULT_DEADLINE_MS, RANGES } from '../../../runner/plan/defaults.ts';
import { type ChoosingFlags, kindOption, tagOption } from '../../choosing-flags.ts';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import { importOption } from '../../loading-flags.ts';
import { concurrencyOption, tasksOption, threadsOption } from '../../measuring-flags.ts';
import { durationMs, everyUse, listedOnce, percentage, wholeNumber } from '../../numbers.ts';
import { fileName, formatOption, type OutputFlags, outOption } from '../../output.ts';
import { type RequestedReport, reportOption } from '../../reports/report-option.ts';
import type { LoadAction } from '../load-action.ts';

export interface GateFlags extends OutputFlags, ChoosingFlags {
  readonly base: string;
  readonly head?: string;
  readonly install?: string;
  readonly strategy?: readonly string[];
  readonly tasks?: number;
  readonly concurrency?: readonly number[];
  readonly threads: readonly number[];
  readonly deadline: number;
  readonly margin: number;
  readonly strict?: true;
  readonly selfTest?: true;
  readonly param?: readonly string[];
  readonly seed?: number;
  readonly import?: readonly string[];
  readonly report?: readonly RequestedReport[];
  readonly raw?: string;
}

export function gateCommand(perform: LoadAction): Command {
  return new Command('gate')
    .argument(
      '[scenario...]',
      'scenario files of your own, or quoted patterns (default: those of the config file, else all *.scenario.* below this folder)',
    )
    .requiredOption('--base <ref>', 'the version to compare with: a commit, a branch, or a folder such as ./before')
    .option('--head <ref>', 'the version to judge (default: the working folder as it stands)')
    .option('--install <command>', 'makes a version ready that was checked out: installs, builds')
    .addOption(tagOption())
    .addOption(kindOption())
    .option('--strategy <ids>', 'only these strategies, comma-separated', listedOnce('--strategy'))
    .addOption(tasksOption())
    .addOption(concurrencyOption('cell'))
    .addOption(threadsOption('cell'))
    .addOption(
      new Option('--margin <percent>', 'a change must exceed this to count')
        .argParser(percentage('--margin'))
        .default(DEFAULT_MARGIN_RATIO, `${DEFAULT_MARGIN_RATIO * 100} %`),
    )
    .option('--strict', 'exit 3 when a cell is inconclusive or could not be compared')
    .option(
      '--self-test',
      'first show that equal code passes and code that is 10 % slower fails; exit 4 where it does not',
    )
    .addOption(
      new Option('--deadline <time>', 'longest a single batch may take')
        .argParser(durationMs('--deadline', ...RANGES.deadlineMs))
        .default(DEFAULT_DEADLINE_MS, `${DEFAULT_DEADLINE_MS / 1000}s`),
    )
    .option('--param <name=value>', 'set a parameter of the scenarios; may be repeated', everyUse)
    .option(
      '--seed <n>',
      'order of the versions in every round (default: drawn)',
      wholeNumber('--seed', ...RANGES.seed),
    )
    .addOption(importOption())
    .option('--raw <file>', 'where to keep the raw numbers; `overlap show` tells them again', fileName('--raw'))
    .addOption(reportOption())
    .addOption(formatOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../../actions/judging/gate.ts')).gate));
}
