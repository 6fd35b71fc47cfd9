// Writes a scenario to start from, and says what to run next. What is there already stays as it is.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BenchError, messageOf } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import { quotedWord } from '../../quoted-word.ts';
import type { InitFlags } from '../commands/init.ts';
import { newFile } from '../init/file-style.ts';
import { programWords } from '../init/program-words.ts';
import { scenarioText } from '../init/scenario-text.ts';
import type { Shell } from '../shell/shell.ts';

export async function init(shell: Shell, named: string | undefined, { ts, js }: InitFlags): Promise<ExitCode> {
  if (ts && js) throw new BenchError('USAGE', 'Expected --ts or --js, got both', 'Leave one of them out.');
  const { path, style } = newFile(named, ts ? 'ts' : js ? 'js' : undefined);
  const command = `${programWords(shell.env)} run ${quotedWord(path)}`;
  await writeNew(path, scenarioText(style, command));
  shell.stdout.write(
    `Wrote ${path}: twelve tasks that wait and compute, to be replaced by yours. Run it:\n\n  ${command} --quick\n`,
  );
  return EXIT.fine;
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (thrown) {
    const isThere = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere ? 'it is there already, and stays as it is' : messageOf(thrown);
    const hint = isThere
      ? 'Give another name: overlap init NAME'
      : 'Choose a place you may write to: overlap init NAME';
    throw new BenchError('FILE_WRITE', `cannot write ${path}: ${why}`, hint, thrown);
  }
}
