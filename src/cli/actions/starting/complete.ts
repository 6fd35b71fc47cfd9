// Prints what a shell needs for completions, or, asked by a shell, what may come next.

import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { CommandEntry } from '../../commands/registry.ts';
import { answerTo } from '../../completing/answer.ts';
import { SCRIPTS, SHELLS } from '../../completing/scripts.ts';
import type { Shell } from '../../shell/shell.ts';

export async function complete(
  shell: Shell,
  named: string,
  typed: readonly string[],
  entries: readonly CommandEntry[],
): Promise<ExitCode> {
  const known = SHELLS.find((each) => each === named);
  if (known === undefined) {
    throw new BenchError('USAGE', `Expected one of ${SHELLS.join(', ')}, got '${named}'`, 'Name your shell.');
  }
  const [separator, ...words] = typed;
  if (separator !== undefined && separator !== '--') {
    throw new BenchError(
      'USAGE',
      `Expected words after --, got '${separator}'`,
      `overlap complete ${known} prints a script.`,
    );
  }
  shell.stdout.write(separator === undefined ? SCRIPTS[known] : await answerTo(words, entries));
  return EXIT.fine;
}
