// The repository that a folder lies in, if any.

import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { BenchError } from '../errors.ts';
import { quotedWord } from '../quoted-word.ts';
import type { Git } from './git.ts';

export interface Repository {
  readonly git: Git;
  /** Top of the checkout, a real path. */
  readonly root: string;
  /** From `root` to the folder; empty where it is the folder. */
  readonly prefix: string;
  /** What all checkouts of it share: `.git` of the first. A real path. */
  readonly commonFolder: string;
}

/** The repository of a folder given by its real path; null where there is none. Throws `TREE_MISSING` where git will not look. */
export async function repositoryOf(git: Git): Promise<Repository | null> {
  const { code, stdout, lastLines } = await git.run(['rev-parse', '--show-toplevel', '--git-common-dir']);
  if (code === 0) {
    // Neither may end in a line break of its own.
    const [root = '', common = ''] = stdout.split('\n');
    const realRoot = realpathSync(root);
    return {
      git,
      root: realRoot,
      prefix: relative(realRoot, git.folder),
      commonFolder: realpathSync(resolve(git.folder, common)),
    };
  }
  if (lastLines.some((line) => line.includes('dubious ownership'))) {
    throw new BenchError(
      'TREE_MISSING',
      `git does not look into ${git.folder}: the repository belongs to another user`,
      `Where you trust it: git config --global --add safe.directory ${quotedWord(git.folder)}`,
    );
  }
  return null;
}

/** The whole hash of the commit that a word names; null where it names none here. */
export async function commitOf(git: Git, word: string): Promise<string | null> {
  return git.ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${word}^{commit}`);
}

/** The hash as people write it. */
export function shortHash(commit: string): string {
  return commit.slice(0, 8);
}
