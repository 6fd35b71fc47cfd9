// `overlap guesses FILE…`: what a class guessed, side by side.

import { Command } from 'commander';
import { guessFormatOption } from '../../guess-flags.ts';
import { type OutputFlags, outOption } from '../../output.ts';
import type { LoadAction } from '../load-action.ts';

export type GuessesFlags = OutputFlags;

export function guessesCommand(perform: LoadAction): Command {
  return new Command('guesses')
    .argument('<file...>', 'guesses that `overlap predict` wrote, one of each reader')
    .addOption(guessFormatOption())
    .addOption(outOption())
    .action(perform(async () => (await import('../../actions/predicting/guesses.ts')).guesses));
}
