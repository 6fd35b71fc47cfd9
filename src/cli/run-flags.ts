// The flags that say what a run measures, under which strategies and for how long: for every command that measures as `overlap
// run` does.

import { Option } from 'commander';
import {
  DEFAULT_DEADLINE_MS,
  DEFAULT_MOST_REQUESTS,
  FULL,
  MOST_DEFAULT_EPOCHS,
  QUICK,
  RANGES,
} from '../runner/plan/defaults.ts';
import { importOption } from './loading-flags.ts';
import { concurrencyOption, tasksOption, threadsOption } from './measuring-flags.ts';
import { durationMs, everyUse, listedOnce, wholeNumber } from './numbers.ts';
import { fileOrFolder } from './output.ts';

/** What is measured. */
export interface MeasureFlags {
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
  readonly import?: readonly string[];
}

/** All of them, in the order of help. */
export function measureOptions(): Option[] {
  return [
    new Option(
      '--quick',
      `spend ${QUICK.budgetMs / 1000}s instead of ${FULL.budgetMs / 1000}s: enough for big differences`,
    ),
    new Option('--strategy <ids>', 'only these strategies, comma-separated; the first is the reference').argParser(
      listedOnce('--strategy'),
    ),
    tasksOption(),
    concurrencyOption('row'),
    threadsOption('row'),
    new Option('--rounds <n>', 'rounds of each scenario (default: what fits the budget)').argParser(
      wholeNumber('--rounds', ...RANGES.rounds),
    ),
    new Option(
      '--epochs <n>',
      `fresh sets of processes (default: what the budget of a scenario holds, 1 to ${MOST_DEFAULT_EPOCHS})`,
    ).argParser(wholeNumber('--epochs', ...RANGES.epochs)),
    new Option(
      '--warmup <time>',
      'time for which each arm is warmed up in every epoch (default: until it has settled, within a part of the epoch)',
    ).argParser(durationMs('--warmup', ...RANGES.warmupMs)),
    new Option('--budget <time>', 'time for the whole run, such as 90s or 5m').argParser(
      durationMs('--budget', ...RANGES.budgetMs),
    ),
    new Option('--deadline <time>', 'longest a single batch may take')
      .argParser(durationMs('--deadline', ...RANGES.deadlineMs))
      .default(DEFAULT_DEADLINE_MS, `${DEFAULT_DEADLINE_MS / 1000}s`),
    new Option(
      '--target <url>',
      'the server that tasks ask, such as http://127.0.0.1:3000 (default: each scenario’s own)',
    ),
    new Option(
      '--on-port <command>',
      'start this server for the run, with its port in PORT and in place of {port}; end it after',
    ),
    new Option('--allow-remote', 'let --target be on another machine: slowly, and with its requests capped'),
    new Option('--max-requests <n>', `most requests to another machine (default: ${DEFAULT_MOST_REQUESTS})`).argParser(
      wholeNumber('--max-requests', ...RANGES.maxRequests),
    ),
    new Option('--param <name=value>', 'set a parameter of the scenarios; may be repeated').argParser(everyUse),
    new Option('--seed <n>', 'order of the arms in every round (default: drawn)').argParser(
      wholeNumber('--seed', ...RANGES.seed),
    ),
    importOption(),
  ];
}

/** `--save`. */
export function saveOption(): Option {
  return new Option(
    '--save <file>',
    'where to save the result: a file, or a folder with a slash at its end (default: .overlap/, which git ignores)',
  ).argParser(fileOrFolder('--save'));
}
