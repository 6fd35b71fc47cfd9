// `overlap list`: what can be run.

import { Command, Option } from 'commander';
import { type ChoosingFlags, kindOption, tagOption } from '../../choosing-flags.ts';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import { importOption } from '../../loading-flags.ts';
import { LIST_FORMATS } from '../../output.ts';
import type { LoadAction } from '../load-action.ts';

export interface ListFlags extends ChoosingFlags {
  readonly format: string;
  readonly import?: readonly string[];
}

export function listCommand(perform: LoadAction): Command {
  return new Command('list')
    .argument('[scenario...]', 'ids, paths of scenario files, or quoted patterns over either (default: all shipped)')
    .addOption(tagOption())
    .addOption(kindOption())
    .addOption(importOption())
    .addOption(new Option('--format <format>', `how to print: ${LIST_FORMATS.join(', ')}`).default(LIST_FORMATS[0]))
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../../actions/starting/list.ts')).list));
}
