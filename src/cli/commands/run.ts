// `overlap run`: the flags that say what is measured, for how long, and where the result goes.

import { Command, Option } from 'commander';
import {
  DEFAULT_DEADLINE_MS,
  DEFAULT_MOST_REQUESTS,
  FULL,
  MOST_DEFAULT_EPOCHS,
  QUICK,
  RANGES,
} from '../../runner/plan/defaults.ts';
import { type ChoosingFlags, kindOption, tagOption } from '../choosing-flags.ts';
import { configOption, noConfigOption } from '../config/config-flags.ts';
import { importOption } from '../loading-flags.ts';
import { concurrencyOption, tasksOption, threadsOption } from '../measuring-flags.ts';
import { durationMs, everyUse, listedOnce, wholeNumber } from '../numbers.ts';
import {
  detailsOption,
  fileOrFolder,
  formatOption,
  lessonOption,
  noDetailsOption,
  outOption,
  type ReportFlags,
} from '../output.ts';
import type { LoadAction } from './load-action.ts';

const EPOCHS_HELP = `fresh sets of processes (default: what the budget of a scenario holds, 1 to ${MOST_DEFAULT_EPOCHS})`;

export interface RunFlags extends ReportFlags, ChoosingFlags {
  readonly quick?: true;
  readonly strategy?: readonly string[];
  readonly tasks?: number;
  readonly concurrency?: readonly number[];
  readonly threads: readonly number[];
  readonly rounds?: number;
  readonly epochs?: number;
  readonly budget?: number;
  readonly warmup?: number;
  readonly deadline: number;
  readonly target?: string;
  readonly onPort?: string;
  readonly allowRemote?: true;
  readonly maxRequests?: number;
  readonly param?: readonly string[];
  readonly seed?: number;
  readonly resume?: true;
  readonly import?: readonly string[];
  readonly save?: string;
}

export function runCommand(perform: LoadAction): Command {
  return new Command('run')
    .argument(
      '[scenario...]',
      'ids from `overlap list`, paths of scenario files, or quoted patterns over either (default: all shipped)',
    )
    .addOption(tagOption())
    .addOption(kindOption())
    .option(
      '--quick',
      `spend ${QUICK.budgetMs / 1000}s instead of ${FULL.budgetMs / 1000}s: enough for big differences`,
    )
    .option(
      '--strategy <ids>',
      'only these strategies, comma-separated; the first is the reference',
      listedOnce('--strategy'),
    )
    .addOption(tasksOption())
    .addOption(concurrencyOption('row'))
    .addOption(threadsOption('row'))
    .option(
      '--rounds <n>',
      'rounds of each scenario (default: what fits the budget)',
      wholeNumber('--rounds', ...RANGES.rounds),
    )
    .option('--epochs <n>', EPOCHS_HELP, wholeNumber('--epochs', ...RANGES.epochs))
    .option(
      '--warmup <time>',
      'time for which each arm is warmed up in every epoch (default: until it has settled, within a part of the epoch)',
      durationMs('--warmup', ...RANGES.warmupMs),
    )
    .option('--budget <time>', 'time for the whole run, such as 90s or 5m', durationMs('--budget', ...RANGES.budgetMs))
    .addOption(
      new Option('--deadline <time>', 'longest a single batch may take')
        .argParser(durationMs('--deadline', ...RANGES.deadlineMs))
        .default(DEFAULT_DEADLINE_MS, `${DEFAULT_DEADLINE_MS / 1000}s`),
    )
    .option('--target <url>', 'the server that tasks ask, such as http://127.0.0.1:3000 (default: each scenario’s own)')
    .option(
      '--on-port <command>',
      'start this server for the run, with its port in PORT and in place of {port}; end it after',
    )
    .option('--allow-remote', 'let --target be on another machine: slowly, and with its requests capped')
    .option(
      '--max-requests <n>',
      `most requests to another machine (default: ${DEFAULT_MOST_REQUESTS})`,
      wholeNumber('--max-requests', ...RANGES.maxRequests),
    )
    .option('--param <name=value>', 'set a parameter of the scenarios; may be repeated', everyUse)
    .option('--seed <n>', 'order of the arms in every round (default: drawn)', wholeNumber('--seed', ...RANGES.seed))
    .addOption(importOption())
    .option('--resume', 'go on with the unfinished run that had the same scenarios and flags')
    .option(
      '--save <file>',
      'where to save the result: a file, or a folder with a slash at its end (default: .overlap/, which git ignores)',
      fileOrFolder('--save'),
    )
    .addOption(formatOption())
    .addOption(detailsOption())
    .addOption(noDetailsOption())
    .addOption(lessonOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../actions/run.ts')).run));
}
