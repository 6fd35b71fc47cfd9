// `overlap list`: what can be run.

import { Command } from 'commander';
import type { LoadAction } from './load-action.ts';

export function listCommand(perform: LoadAction): Command {
  return new Command('list')
    .description('list scenarios and strategies')
    .action(perform(async () => (await import('../actions/list.ts')).list));
}
