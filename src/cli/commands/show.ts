// `overlap show FILE…`: print saved results again.

import { Command } from 'commander';
import { detailsOption, formatOption, noDetailsOption, outOption } from '../output.ts';
import type { LoadAction } from './load-action.ts';

export function showCommand(perform: LoadAction): Command {
  return new Command('show')
    .argument('<file...>', 'result documents, as `overlap run` saved them')
    .addOption(formatOption())
    .addOption(detailsOption())
    .addOption(noDetailsOption())
    .addOption(outOption())
    .action(perform(async () => (await import('../actions/show.ts')).show));
}
