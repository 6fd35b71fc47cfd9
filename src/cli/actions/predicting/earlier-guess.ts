// A guess that was made earlier and has no score yet, or is held against another run. It stays as it was made: only what comes
// of it is written to its file.

import { readGuess } from '../../../document/store.ts';
import { BenchError } from '../../../errors.ts';
import { differenceOf, type GuessQuestion, questionOf } from '../../../guess/same-question.ts';
import { quotedWord } from '../../../quoted-word.ts';
import { programWords } from '../../init/program-words.ts';
import type { Shell } from '../../shell/shell.ts';
import type { KeptGuess } from './take-guess.ts';

/** The guess of `--guess-file`; null where none is named. Throws what is wrong with the file. */
export async function earlierGuess(path: string | undefined): Promise<KeptGuess | null> {
  return path === undefined ? null : { guess: await readGuess(path), path };
}

/** Throws `USAGE` where it is a guess at something else than `what` is about. */
export function assertSameQuestion({ guess, path }: KeptGuess, asked: GuessQuestion, what: string): void {
  const difference = differenceOf(questionOf(guess), asked);
  if (difference === null) return;
  throw new BenchError(
    'USAGE',
    `--guess-file: ${path} is a guess at ${difference.guessed}, and ${what} has ${difference.asked}`,
    'Its factors are about other work: hold it against a run of the same, or guess anew.',
  );
}

/** What is typed to score it by a run that is there by then. */
export function scoringCommand(shell: Shell, { path }: KeptGuess, run: string): string {
  return `${programWords(shell.env)} predict --guess-file ${quotedWord(path)} --against ${run}`;
}
