// `overlap show [FILE…]`: print saved results again.

import { Command, Option } from 'commander';
import { configOption, noConfigOption } from '../config/config-flags.ts';
import { detailsOption, formatOption, lessonOption, noDetailsOption, outOption, type ReportFlags } from '../output.ts';
import type { LoadAction } from './load-action.ts';

export interface ShowFlags extends ReportFlags {
  readonly timeline?: readonly string[];
  readonly sameAxis?: boolean;
  readonly ascii?: boolean;
}

export function showCommand(perform: LoadAction): Command {
  return new Command('show')
    .argument('[file...]', 'results, or folders for the latest in each, with a slash at the end (default: .overlap/)')
    .addOption(formatOption())
    .addOption(detailsOption())
    .addOption(noDetailsOption())
    .addOption(lessonOption())
    .addOption(
      new Option(
        '--timeline <strategies>',
        'where each task of these was in the sample nearest to the median and in the slowest; comma-separated, or all',
      ).argParser((text) => text.split(',').map((name) => name.trim())),
    )
    .addOption(new Option('--same-axis', 'draw the timelines of a scenario to one scale'))
    .addOption(new Option('--ascii', 'draw timelines with characters that every terminal has'))
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../actions/showing/show.ts')).show));
}
