// What a checkout by git alone does not bring: submodules, and files that lie with git-lfs. Said, since it looks like code
// that is broken.

import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Git } from '../git.ts';
import type { Side } from '../tree.ts';
import type { TrackedFiles } from './tracked-files.ts';

const POINTER = 'version https://git-lfs';
const MOST_NAMED = 3;

/** A line for each, for the tree of one side. */
export async function whatIsNotThere(side: Side, git: Git, { files, submodules }: TrackedFiles): Promise<string[]> {
  const lines: string[] = [];
  const modules = submodules.filter((path) => isEmpty(join(git.folder, path)));
  if (modules.length > 0) {
    lines.push(
      `${side}: ${some(modules, 'submodule', 'submodules')} not checked out: ${named(modules)}. Where the work needs them, fetch them with ` +
        `--install 'git submodule update --init …', or name a folder that has them`,
    );
  }
  const hasAttributes = files.some((path) => /(^|\/)\.gitattributes$/.test(path));
  const large = hasAttributes ? await git.list('ls-files', '-z', '--', ':(attr:filter=lfs)') : [];
  const pointers = large.filter((path) => isPointer(join(git.folder, path)));
  if (pointers.length > 0) {
    lines.push(
      `${side}: ${some(pointers, 'file of git-lfs', 'files of git-lfs')} not fetched: ${named(pointers)}. Where the work needs them, fetch them ` +
        `with --install 'git lfs pull …', or name a folder that has them`,
    );
  }
  return lines;
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

function some({ length }: readonly string[], one: string, many: string): string {
  return length === 1 ? `1 ${one} is` : `${length} ${many} are`;
}

function named(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED ? ', …' : '';
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more}`;
}
