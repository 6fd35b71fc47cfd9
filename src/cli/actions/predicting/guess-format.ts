// The format in which guesses are meant to be printed.

import { BenchError } from '../../../errors.ts';
import { type GuessFormat, guessFormats } from '../../../render/guess/guess-formats.ts';
import { nearestHint } from '../../runner.ts';

/** Throws `UNKNOWN_FORMAT`. */
export function findGuessFormat(format: string): GuessFormat {
  const found = guessFormats.get(format);
  if (found !== undefined) return found;
  const known = [...guessFormats.keys()];
  throw new BenchError(
    'UNKNOWN_FORMAT',
    `--format: guesses cannot be printed as '${format}'${nearestHint(format, known)}`,
    `Expected one of: ${known.join(', ')}.`,
  );
}
