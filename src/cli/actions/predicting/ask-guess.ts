// Asks a reader for a guess, row by row, on stderr: stdout is for what comes out of it.

import { BenchError } from '../../../errors.ts';
import { FACTOR_WORDS, factorOf } from '../../../guess/parse-guesses.ts';
import type { NamedArm } from '../../../model/report/report.ts';
import type { ArmGuess } from '../../../model/teaching/guess.ts';
import { visibleText } from '../../../visible-text.ts';
import { type Shell, say } from '../../shell/shell.ts';

/** A guess as it was made. */
export interface TakenGuess {
  readonly guesses: readonly ArmGuess[];
  readonly why: string | null;
}

/** Asks for a factor for each arm, and why, unless that was said. Throws `INTERRUPTED`, and `USAGE` where nothing is guessed. */
export async function askGuess(
  shell: Shell,
  arms: readonly NamedArm[],
  saidWhy: string | undefined,
  interrupt: AbortSignal,
): Promise<TakenGuess> {
  const lines = shell.stdin.open();
  const ask = async (prompt: string) => {
    shell.stderr.write(visibleText(prompt));
    return await lines.nextLine(interrupt);
  };
  try {
    const guesses: ArmGuess[] = [];
    for (const { key, name } of arms) {
      const ratio = await askFactor(`  ${name}: `, ask, shell);
      if (ratio !== null) guesses.push({ key, name, ratio });
    }
    if (guesses.length === 0) throw nothingGuessed();
    const why = saidWhy ?? (await ask('Why do you think so? One line; Enter passes.\n  ')) ?? '';
    return { guesses, why: why.trim() || null };
  } catch (thrown) {
    if (!interrupt.aborted) throw thrown;
    shell.stderr.write('\n');
    throw new BenchError('INTERRUPTED', 'Interrupted before the guess was made: nothing is kept', 'Run it again.');
  } finally {
    lines.close();
  }
}

/** Null where the reader passes. */
async function askFactor(
  prompt: string,
  ask: (prompt: string) => Promise<string | null>,
  shell: Shell,
): Promise<number | null> {
  for (;;) {
    const line = (await ask(prompt))?.trim() ?? '';
    if (line === '') return null;
    const factor = factorOf(line);
    if (factor !== null) return factor;
    say(shell, `Expected ${FACTOR_WORDS}, got '${line}'.`);
  }
}

function nothingGuessed(): BenchError {
  return new BenchError(
    'USAGE',
    'nothing was guessed, so there is nothing to score',
    'Guess at one row at least; `overlap run` measures without a guess.',
  );
}
