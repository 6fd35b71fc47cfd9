// `overlap predict SCENARIO`: guess first, then see what theory says and what is measured.

import { Command, Option } from 'commander';
import { configOption, noConfigOption } from '../../config/config-flags.ts';
import { guessFormatOption } from '../../guess-flags.ts';
import { fileName, fileOrFolder, type OutputFlags, outOption } from '../../output.ts';
import { type MeasureFlags, measureOptions, saveOption } from '../../run-flags.ts';
import type { LoadAction } from '../load-action.ts';

export interface PredictFlags extends OutputFlags, MeasureFlags {
  readonly guess?: string;
  readonly why?: string;
  readonly guessFile?: string;
  readonly against?: string;
  readonly saveGuess?: string;
  readonly save?: string;
}

export function predictCommand(perform: LoadAction): Command {
  const measuring = [...measureOptions(), saveOption()];
  const command = new Command('predict')
    .argument(
      '[scenario...]',
      'one scenario: an id from `overlap list`, or the path of its file; may be left out with --against',
    )
    .option('--guess <list>', 'your guess, such as gather=20,pool=2: factors over the reference (default: asks for it)')
    .option('--why <text>', 'why you think so, in a line')
    .addOption(
      new Option('--guess-file <file>', 'a guess that was written earlier, to be scored now; it stays as it is')
        .argParser(fileName('--guess-file'))
        .conflicts(['guess', 'why', 'saveGuess']),
    )
    .addOption(
      new Option('--against <file>', 'score the guess by this saved run at once, instead of measuring').conflicts(
        measuring.map((option) => option.attributeName()),
      ),
    )
    .addOption(
      new Option(
        '--save-guess <file>',
        'where the guess is written before anything is measured: a new file, or a folder with a slash at its end (default: .overlap/guesses/)',
      ).argParser(fileOrFolder('--save-guess')),
    );
  for (const option of measuring) command.addOption(option);
  return command
    .addOption(guessFormatOption())
    .addOption(outOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .action(perform(async () => (await import('../../actions/predicting/predict.ts')).predict));
}
