// `overlap init [FILE]`: a scenario to start from.

import { Command } from 'commander';
import type { LoadAction } from '../load-action.ts';

export interface InitFlags {
  readonly ts?: true;
  readonly js?: true;
}

export function initCommand(perform: LoadAction): Command {
  return new Command('init')
    .argument(
      '[file]',
      'name of the new file, or a folder with a slash at its end (default: my.scenario.ts or the like)',
    )
    .option('--ts', 'write TypeScript (default: as the project around it)')
    .option('--js', 'write JavaScript (default: as the project around it)')
    .action(perform(async () => (await import('../../actions/starting/init.ts')).init));
}
