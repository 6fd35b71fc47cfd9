// `overlap show [FILE…]`: print saved results again.

import { Command } from 'commander';
import { configOption, noConfigOption } from '../config/config-flags.ts';
import { detailsOption, formatOption, noDetailsOption, outOption } from '../output.ts';
import type { LoadAction } from './load-action.ts';

export function showCommand(perform: LoadAction): Command {
  return new Command('show')
    .argument('[file...]', 'results, or folders for the latest in each, with a slash at the end (default: .overlap/)')
    .addOption(formatOption())
    .addOption(detailsOption())
    .addOption(noDetailsOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../actions/show.ts')).show));
}
