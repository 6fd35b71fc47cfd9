// Lists the hunts, hands one out, or judges a learner's program of it.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { BenchError } from '../../errors.ts';
import { EXIT, type ExitCode } from '../../exit-codes.ts';
import type { Hunt } from '../../hunts/hunt.ts';
import { HUNTS } from '../../hunts/registry.ts';
import { quotedWord } from '../../quoted-word.ts';
import { huntListPage, huntPage } from '../../render/page/hunt-page.ts';
import type { Page } from '../../render/page/page.ts';
import { pageText } from '../../render/terminal/page-text.ts';
import type { HuntFlags } from '../commands/hunt.ts';
import { programWords } from '../init/program-words.ts';
import { drawingFor } from '../shell/drawing.ts';
import type { Shell } from '../shell/shell.ts';
import { writeNew } from './write-new.ts';

const PROGRAMS_URL = new URL('../../../hunts/', import.meta.url);

export async function hunt(
  shell: Shell,
  word: string | undefined,
  named: string | undefined,
  { start, seed }: HuntFlags,
): Promise<ExitCode> {
  const program = `${programWords(shell.env)} hunt`;
  if (word === undefined) {
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
    const next = `Wrote ${file}. Read it and guess what is wrong; change it, and run \`${again}\` to see.`;
    print(shell, huntPage(meant, null, next));
    return EXIT.fine;
  }
  if (!existsSync(file)) throw missing(file, `${again} --start`);
  return judged(shell, meant, { file, again, seed: seed ?? Math.floor(Math.random() * 2 ** 32) });
}

interface Attempt {
  readonly file: string;
  /** What is typed to run it again. */
  readonly again: string;
  readonly seed: number;
}

async function judged(shell: Shell, meant: Hunt, { file, again, seed }: Attempt): Promise<ExitCode> {
  const { runHunt } = await import('../../hunts/run-hunt.ts');
  const verdict = await runHunt({ hunt: meant, file, seed, signal: shell.interrupted() });
  const { afterwards } = meant;
  const next = verdict.solved
    ? nextAfter(meant, again)
    : `Change ${file} and run \`${again}\` again; with \`--seed ${seed}\` it meets the same hidden figures.`;
  print(shell, huntPage(meant, { shown: verdict.solved ? null : verdict, afterwards, seed }, next));
  return verdict.solved ? EXIT.fine : EXIT.found;
}

function nextAfter({ number }: Hunt, again: string): string {
  const next = HUNTS.find((each) => each.number === number + 1);
  const same = `Run \`${again}\` again for other hidden figures.`;
  return next === undefined
    ? `${same} It was the last hunt.`
    : `${same} Then comes hunt ${next.number}: ${next.title}.`;
}

/** Throws `USAGE`. */
function huntOf(word: string): Hunt {
  const found = HUNTS.find(({ number }) => String(number) === word);
  if (found !== undefined) return found;
  throw new BenchError(
    'USAGE',
    `hunt: expected a number from 1 to ${HUNTS.length}, got '${word}'`,
    '`overlap hunt` lists them.',
  );
}

function missing(file: string, start: string): BenchError {
  return new BenchError('FILE_READ', `${file} does not exist`, `Write the broken program there: ${start}`);
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
