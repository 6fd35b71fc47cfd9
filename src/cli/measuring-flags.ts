// The flags that say how large a batch is and what strategies may vary, for every command that measures some.

import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { DEFAULT_CONCURRENCY, RANGES } from '../runner/plan/defaults.ts';
import { wholeNumber, wholeNumbers } from './numbers.ts';

/** `--tasks`. */
export function tasksOption(): Option {
  return new Option('--tasks <n>', 'tasks in a batch (default: each scenario’s own)').argParser(
    wholeNumber('--tasks', ...RANGES.tasks),
  );
}

/** `--concurrency`; `unit` is what each value gives one of. */
export function concurrencyOption(unit: 'row' | 'cell'): Option {
  return new Option(
    '--concurrency <c>',
    `most tasks under way for strategies with a limit; 4,8 gives one ${unit} each (default: each scenario’s own, else ${DEFAULT_CONCURRENCY})`,
  ).argParser(wholeNumbers('--concurrency', ...RANGES.concurrency));
}

/** `--threads`; `unit` as above. */
export function threadsOption(unit: 'row' | 'cell'): Option {
  return new Option('--threads <w>', `workers of the pool strategies, threads or processes; 1,2 gives one ${unit} each`)
    .argParser(wholeNumbers('--threads', ...RANGES.threads))
    .default([availableParallelism()], `${availableParallelism()}, the cores of this machine`);
}
