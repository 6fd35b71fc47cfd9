// `overlap hunt [N] [FILE]`: small programs with one bug each, and a judge of yours.

import { Command } from 'commander';
import { wholeNumber } from '../../numbers.ts';
import type { LoadAction } from '../load-action.ts';

export interface HuntFlags {
  readonly start?: true;
  readonly seed?: number;
}

export function huntCommand(perform: LoadAction): Command {
  return new Command('hunt')
    .argument('[number]', 'which hunt (default: list them all)')
    .argument('[file]', 'your program (default: hunt-NN.mjs in this folder, written when it is not there)')
    .option('--start', 'only write the broken program; nothing that is there is replaced')
    .option(
      '--seed <n>',
      'which hidden figures the program meets (default: drawn)',
      wholeNumber('--seed', 0, 4_294_967_295),
    )
    .action(perform(async () => (await import('../../actions/teaching/hunt.ts')).hunt));
}
