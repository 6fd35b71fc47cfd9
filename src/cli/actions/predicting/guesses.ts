// What a class guessed. A file that cannot be read is named and passed over: one pupil's mishap is not the class's.

import { readGuess } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { classOf } from '../../../guess/class/class-of.ts';
import type { NamedGuess } from '../../../render/guess/guess-csv.ts';
import type { GuessesFlags } from '../../commands/teaching/guesses.ts';
import { drawingFor } from '../../shell/drawing.ts';
import { type Shell, say } from '../../shell/shell.ts';
import { deliver } from '../deliver.ts';
import { assertPlaces } from '../places.ts';
import { findGuessFormat } from './guess-format.ts';

export async function guesses(shell: Shell, paths: string[], flags: GuessesFlags): Promise<ExitCode> {
  const format = findGuessFormat(flags.format);
  const files = [...new Set(paths)];
  await assertPlaces({ '--out': flags.out }, files);
  const read: NamedGuess[] = [];
  for (const file of files) {
    try {
      read.push({ file, guess: await readGuess(file) });
    } catch (thrown) {
      if (!(thrown instanceof BenchError)) throw thrown;
      say(shell, `warning: left out: ${thrown.message}`);
    }
  }
  if (read.length === 0) {
    throw new BenchError(
      'FILE_SCHEMA',
      `guesses: expected at least one file of a guess, got none among ${files.length}`,
      '`overlap predict` writes them, to .overlap/guesses/ unless told otherwise.',
    );
  }
  const together = classOf(read.map(({ guess }) => guess));
  await deliver(shell, format.class({ guesses: read, together }, drawingFor(shell, flags)), flags.out);
  return EXIT.fine;
}
