// `overlap run`: the flags that say what is measured, for how long, and where the result goes.

import { Command } from 'commander';
import { type ChoosingFlags, kindOption, tagOption } from '../../choosing-flags.ts';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import {
  detailsOption,
  formatOption,
  lessonOption,
  noDetailsOption,
  outOption,
  type ReportFlags,
} from '../../output.ts';
import { type MeasureFlags, measureOptions, saveOption } from '../../run-flags.ts';
import type { LoadAction } from '../load-action.ts';

export interface RunFlags extends ReportFlags, ChoosingFlags, MeasureFlags {
  readonly resume?: true;
  readonly save?: string;
}

export function runCommand(perform: LoadAction): Command {
  const command = new Command('run')
    .argument(
      '[scenario...]',
      'ids from `overlap list`, paths of scenario files, or quoted patterns over either (default: all shipped)',
    )
    .addOption(tagOption())
    .addOption(kindOption());
  for (const option of measureOptions()) command.addOption(option);
  return command
    .option('--resume', 'go on with the unfinished run that had the same scenarios and flags')
    .addOption(saveOption())
    .addOption(formatOption())
    .addOption(detailsOption())
    .addOption(noDetailsOption())
    .addOption(lessonOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../../actions/measuring/run.ts')).run));
}
