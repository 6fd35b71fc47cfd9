// What a checkout by git alone does not bring: submodules, and files that lie with git-lfs. Said, since it looks like code
// that is broken.

import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from './git.ts';
import type { Side } from './tree.ts';

const POINTER = 'version https://git-lfs';
const MOST_NAMED = 3;

/** A line for each, for the tree of one side. */
export async function whatIsNotThere(side: Side, git: Git): Promise<string[]> {
  const lines: string[] = [];
  const modules = (await submodulesOf(git)).filter((path) => isEmpty(join(git.folder, path)));
  if (modules.length > 0) {
    lines.push(
      `${side}: ${some(modules, 'submodule')} not checked out: ${named(modules)}. Where the work needs them, fetch them with ` +
        `--install 'git submodule update --init …', or name a folder that has them`,
    );
  }
  const large = await git.list('ls-files', '-z', '--', ':(attr:filter=lfs)');
  const pointers = large.filter((path) => isPointer(join(git.folder, path)));
  if (pointers.length > 0) {
    lines.push(
      `${side}: ${some(pointers, 'file')} of git-lfs not fetched: ${named(pointers)}. Where the work needs them, fetch them ` +
        `with --install 'git lfs pull …', or name a folder that has them`,
    );
  }
  return lines;
}

async function submodulesOf(git: Git): Promise<string[]> {
  const staged = await git.list('ls-files', '-z', '--stage');
  // Mode, hash, stage, and after a tab the path.
  return staged.filter((line) => line.startsWith('160000 ')).map((line) => line.slice(line.indexOf('\t') + 1));
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}

function isPointer(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const start = Buffer.alloc(POINTER.length);
      readSync(file, start);
      return start.toString('latin1') === POINTER;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

function some(paths: readonly string[], noun: string): string {
  return paths.length === 1 ? `1 ${noun} is` : `${paths.length} ${noun}s are`;
}

function named(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? ', …' : '';
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more}`;
}
