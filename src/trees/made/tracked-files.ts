// What git has in a tree, asked once: every other look at it starts a process.

import type { Git } from '../git.ts';

export interface TrackedFiles {
  /** From the root of the tree, with slashes. */
  readonly files: readonly string[];
  readonly submodules: readonly string[];
}

/** The files of the checkout whose root git is in. */
export async function trackedFiles(git: Git): Promise<TrackedFiles> {
  const entries = (await git.list('ls-files', '-z', '--stage')).map((line) => {
    // Mode, hash, stage, and after a tab the path.
    const at = line.indexOf('\t');
    return { isSubmodule: line.startsWith('160000 '), path: line.slice(at + 1) };
  });
  return {
    files: entries.filter(({ isSubmodule }) => !isSubmodule).map(({ path }) => path),
    submodules: entries.filter(({ isSubmodule }) => isSubmodule).map(({ path }) => path),
  };
}
