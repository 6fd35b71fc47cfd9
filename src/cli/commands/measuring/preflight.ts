// `overlap preflight`: the price list of this machine, without a run.

import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { wholeNumber } from '../../numbers.ts';
import type { LoadAction } from '../load-action.ts';

export interface PreflightFlags {
  readonly threads: number;
  readonly json?: true;
}

export function preflightCommand(perform: LoadAction): Command {
  return new Command('preflight')
    .option('--threads <w>', 'probe 1 to w threads', wholeNumber('--threads', 1, 128), availableParallelism())
    .option('--json', 'print the figures as JSON')
    .action(perform(async () => (await import('../../actions/measuring/preflight.ts')).preflight));
}
