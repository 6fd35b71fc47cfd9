// The flags of `overlap run` as the options that a program would name.

import type { MeasureOptions } from '../../api/measure-options.ts';
import type { RunFlags } from '../commands/run.ts';

const FLAGS: Readonly<Record<keyof MeasureOptions, string>> = {
  quick: '--quick',
  strategies: '--strategy',
  tasks: '--tasks',
  concurrency: '--concurrency',
  threads: '--threads',
  rounds: '--rounds',
  epochs: '--epochs',
  budgetMs: '--budget',
  warmupMs: '--warmup',
  deadlineMs: '--deadline',
  seed: '--seed',
  imports: '--import',
};

/** The flag of an option, for messages. */
export const flagOf = (option: keyof MeasureOptions): string => FLAGS[option];

/** What the flags ask of a run. */
export function measureOptionsOf({
  strategy,
  budget,
  warmup,
  deadline,
  import: imports,
  ...rest
}: RunFlags): MeasureOptions {
  const { quick, tasks, concurrency, threads, rounds, epochs, seed } = rest;
  return {
    ...{ quick, tasks, concurrency, threads, rounds, epochs, seed },
    ...{ strategies: strategy, budgetMs: budget, warmupMs: warmup, deadlineMs: deadline, imports },
  };
}
