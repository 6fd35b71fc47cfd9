// Lists the hunts, hands one out, or judges a learner's program of it.

import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { BenchError } from '../../../errors.ts';
import { EXIT, type ExitCode } from '../../../exit-codes.ts';
import type { Hunt } from '../../../hunts/hunt.ts';
import { HUNTS } from '../../../hunts/registry.ts';
import { quotedWord } from '../../../quoted-word.ts';
import { huntListPage, huntPage, type NextStep } from '../../../render/page/hunt-page.ts';
import type { Page } from '../../../render/page/page.ts';
import { pageText } from '../../../render/terminal/page-text.ts';
import type { HuntFlags } from '../../commands/teaching/hunt.ts';
import { programWords } from '../../init/program-words.ts';
import { drawingFor } from '../../shell/drawing.ts';
import type { Shell } from '../../shell/shell.ts';
import { writeNew } from '../write-new.ts';

const PROGRAMS_URL = new URL('../../../../hunts/', import.meta.url);

export async function hunt(
  shell: Shell,
  word: string | undefined,
  named: string | undefined,
  { start, seed }: HuntFlags,
): Promise<ExitCode> {
  const program = `${programWords(shell.env)} hunt`;
  if (word === undefined) {
    if (start || seed !== undefined) throw refuse('expected the number of a hunt beside a flag, got none');
    const listed = HUNTS.map((each) => ({ ...each, file: ownFile(each) }));
    print(shell, huntListPage(listed, program));
    return EXIT.fine;
  }
  const meant = huntOf(word);
  const file = named ?? defaultFile(meant);
  const again = `${program} ${meant.number}${named === undefined ? '' : ` ${quotedWord(named)}`}`;
  if (start || (named === undefined && !existsSync(file))) {
    await writeNew(
      file,
      await readFile(new URL(meant.file, PROGRAMS_URL), 'utf8'),
      `${program} ${meant.number} --start NAME`,
    );
    const words = `Wrote ${file}. Read it and guess what is wrong; change it, and see.`;
    print(shell, huntPage(meant, null, { words, command: again }));
    return EXIT.fine;
  }
  assertFile(file, `${again} --start`);
  return judged(shell, meant, { file, program, again, seed: seed ?? Math.floor(Math.random() * 2 ** 32) });
}

interface Attempt {
  readonly file: string;
  readonly program: string;
  /** What is typed to run it again. */
  readonly again: string;
  readonly seed: number;
}

async function judged(shell: Shell, meant: Hunt, { file, program, again, seed }: Attempt): Promise<ExitCode> {
  const { runHunt } = await import('../../../hunts/run-hunt.ts');
  const verdict = await runHunt({ hunt: meant, file, seed, signal: shell.interrupted() });
  const { afterwards } = meant;
  const next = verdict.solved
    ? nextAfter(meant, program)
    : {
        words: `Change ${file}, and see what it does with the same hidden figures.`,
        command: `${again} --seed ${seed}`,
      };
  print(shell, huntPage(meant, { shown: verdict.solved ? null : verdict, afterwards, seed }, next));
  return verdict.solved ? EXIT.fine : EXIT.found;
}

function nextAfter({ number }: Hunt, program: string): NextStep {
  const next = HUNTS.find((each) => each.number === number + 1);
  if (next === undefined) return { words: 'It was the last one; here are all.', command: program };
  return { words: `The next one is called “${next.title}”.`, command: `${program} ${next.number}` };
}

/** Throws `USAGE`. */
function huntOf(word: string): Hunt {
  const found = HUNTS.find(({ number }) => String(number) === word);
  if (found !== undefined) return found;
  throw refuse(`expected a number from 1 to ${HUNTS.length}, got '${word}'`);
}

function refuse(how: string): BenchError {
  return new BenchError('USAGE', `hunt: ${how}`, '`overlap hunt` lists them.');
}

/** Throws `FILE_READ`; `start` is what writes it. */
function assertFile(file: string, start: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  const how = found === undefined ? 'does not exist' : 'is no file';
  throw new BenchError('FILE_READ', `${file} ${how}`, `Write the broken program to a new one: ${start}`);
}

function defaultFile({ number }: Hunt): string {
  return `hunt-${String(number).padStart(2, '0')}.mjs`;
}

function ownFile(hunted: Hunt): string | null {
  const file = defaultFile(hunted);
  return existsSync(file) ? file : null;
}

function print(shell: Shell, page: Page): void {
  shell.stdout.write(pageText(page, drawingFor(shell)));
}
