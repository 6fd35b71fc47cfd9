// `overlap list`: what can be run.

import { Command } from 'commander';
import type { LoadAction } from './load-action.ts';

export function listCommand(perform: LoadAction): Command {
  return new Command('list').action(perform(async () => (await import('../actions/list.ts')).list));
}
