// `overlap learn [LESSON]`: lessons, each a question, a command and what to see.

import { Command, Option } from 'commander';
import { fileName } from '../../output.ts';
import type { LoadAction } from '../load-action.ts';

export interface LearnFlags {
  readonly answer?: true;
  readonly against?: string;
  readonly changed?: true;
}

export function learnCommand(perform: LoadAction): Command {
  return new Command('learn')
    .argument('[lesson]', 'number or name of a lesson (default: all of them, a few lines for each)')
    .option('--answer', 'tell the answer, what there is to see, and one thing to change')
    .addOption(
      new Option(
        '--against <file>',
        'say of everything the lesson tells whether it is to be seen in this saved run; exit 1 where it is not',
      ).argParser(fileName('--against')),
    )
    .option('--changed', 'with --against: the run is the one with one thing changed')
    .action(perform(async () => (await import('../../actions/teaching/learn.ts')).learn));
}
