// The flags of what is measured as the options that a program would name.

import type { MeasureOptions } from '../../../api/measure-options.ts';
import type { MeasureFlags } from '../../run-flags.ts';

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
  target: '--target',
  onPort: '--on-port',
  allowRemote: '--allow-remote',
  maxRequests: '--max-requests',
  params: '--param',
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
  param: params,
  ...rest
}: MeasureFlags): MeasureOptions {
  const { quick, tasks, concurrency, threads, rounds, epochs, seed } = rest;
  const { target, onPort, allowRemote, maxRequests } = rest;
  return {
    ...{ quick, tasks, concurrency, threads, rounds, epochs, seed },
    ...{ target, onPort, allowRemote, maxRequests, params },
    ...{ strategies: strategy, budgetMs: budget, warmupMs: warmup, deadlineMs: deadline, imports },
  };
}
