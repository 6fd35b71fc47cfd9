// Writes a scenario to start from, and says what to run next. What is there already stays as it is.

import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import { quotedWord } from '../../../quoted-word.ts';
import type { InitFlags } from '../../commands/starting/init.ts';
import { newFile } from '../../init/file-style.ts';
import { programWords } from '../../init/program-words.ts';
import { scenarioText } from '../../init/scenario-text.ts';
import type { Shell } from '../../shell/shell.ts';
import { writeNew } from '../write-new.ts';

export async function init(shell: Shell, named: string | undefined, { ts, js }: InitFlags): Promise<ExitCode> {
  if (ts && js) throw new BenchError('USAGE', 'Expected --ts or --js, got both', 'Leave one of them out.');
  const { path, style } = newFile(named, ts ? 'ts' : js ? 'js' : undefined);
  const command = `${programWords(shell.env)} run ${quotedWord(path)}`;
  await writeNew(path, scenarioText(style, command), 'overlap init NAME');
  shell.stdout.write(
    `Wrote ${path}: twelve tasks that wait and compute, to be replaced by yours. Run it:\n\n  ${command} --quick\n`,
  );
  return EXIT.fine;
}
